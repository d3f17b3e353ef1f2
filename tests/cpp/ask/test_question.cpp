// SPDX-License-Identifier: MIT
// What questions mean, and what is said about those that can't be asked.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "ask/asked_schema.h"
#include "bind.h"
#include "error.h"
#include "filter.h"
#include "match.h"
#include "question.h"

namespace traceleft::ask {
namespace {

const EventSchema& schema() {
    static const std::shared_ptr<EventSchema> all = asked_schema();
    return *all;
}

Predicate bound(const std::string& text, const std::string& syscall) {
    return Question::parse(text)->bind(schema().find(syscall), schema());
}

std::string error_of(const std::string& text, const std::string& syscall = "openat") {
    try {
        bound(text, syscall);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Usage);
        return error.what();
    }
    return "none";
}

TEST(Question, ErrorsUnderlineThePlace) {
    EXPECT_EQ(error_of("filname ~ \"/etc/*\""),
              "this can't be asked:\n"
              "    filname ~ \"/etc/*\"\n"
              "    ^^^^^^^ no field or argument of openat is called that; did you mean filename?");
    EXPECT_EQ(error_of("pid == 1 and\n  flags & O_CREATE"),
              "this can't be asked:\n"
              "      flags & O_CREATE\n"
              "              ^^^^^^^^ no field or argument of openat is called that; did you mean O_CREAT?");
    EXPECT_EQ(error_of("comm == \"\xc3\xa4\x1b[31m\" or x"),
              "this can't be asked:\n"
              "    comm == \"??[31m\" or x\n"
              "                        ^ no field or argument of openat is called that");
    std::string longer(300, ' ');
    EXPECT_EQ(error_of(longer + "qqqqq" + longer), "this can't be asked:\n    " + std::string(40, ' ') + "qqqqq" +
                                                       std::string(55, ' ') + "\n    " + std::string(40, ' ') +
                                                       "^^^^^ no field or argument of openat is called that");
}

struct Refusal {
    const char* question;
    const char* place;
    const char* wrong;
};

// The part of the text that is underlined, and what is said of it.
void expect_refused(const Refusal& row, const std::string& syscall = "openat") {
    std::string error = error_of(row.question, syscall);
    std::size_t line = error.find('\n') + 5, carets = error.find('^', error.find('\n', line));
    ASSERT_NE(carets, std::string::npos) << row.question << ": " << error;
    std::size_t begin = carets - (error.find('\n', line) + 5);
    std::size_t width = error.find(' ', carets) - carets;
    EXPECT_EQ(error.substr(line + begin, width), row.place) << row.question;
    EXPECT_EQ(error.substr(carets + width + 1), row.wrong) << row.question;
}

TEST(Question, RefusesWhatIsNoLanguage) {
    const Refusal rows[] = {
        {"pid = 1", "=", "write == to compare"},
        {"pid == 1 @", "@", "no operator and no name begins with this"},
        {"pid $ 1", "$", "no operator is $; $= matches the end of a text"},
        {"1 < pid < 5", "<", "comparisons can't follow each other: write 1 < pid and pid < 5"},
        {"comm == \"cat", "\"cat", "this text has no end: a quotation mark is missing"},
        {"comm == 'a\\xg1'", "\\x", "write two hexadecimal digits behind \\x"},
        {"pid == 18446744073709551616", "18446744073709551616", "this number has more than 64 bits"},
        {"pid == 0xffffffffffffffffff", "0xffffffffffffffffff", "this number has more than 64 bits"},
        {"count > 20000000T", "20000000T", "this number has more than 64 bits"},
        {"pid == 08", "8", "an octal or a binary number has no such digit"},
        {"pid == 0b", "0b", "a number's digits are missing"},
        {"pid == 1.5", "1.5", "only a number with a unit may have a fraction, as in 1.5ms"},
        {"pid == 5q", "q", "no unit is called that: times have ns, us, ms, s, m or h, and sizes k, M, G or T"},
        {"pid in 5", "5", "write the values in parentheses: in (A, B)"},
        {"pid in ()", ")", "the list has no values"},
        {"pid in (1 2)", "2", "a comma or a closing parenthesis is missing before this"},
        {"(pid == 1", "(", "this parenthesis is never closed"},
        {"pid == 1)", ")", "no parenthesis was opened for this one"},
        {"pid 1", "1", "an operator is missing before this"},
        {"args[6] == 1", "6", "a call has the arguments 0 to 5"},
        {"comm[0] == 1", "[", "only args has elements: args[0] to args[5] are the registers of the arguments"},
        {"filename. == 1", "==", "the name of a field is missing here"},
        {"== 1", "==", "a name, a number or a text is missing before this"},
    };
    for (const Refusal& row : rows) expect_refused(row);
    EXPECT_NE(error_of("").find("nothing is asked"), std::string::npos);
    EXPECT_NE(error_of("pid ==").find("something is missing at the end"), std::string::npos);
}

TEST(Question, RefusesWhatMakesNoSense) {
    const Refusal rows[] = {
        {"filename == 5", "filename", "this is a text, and the other side a number"},
        {"pid == \"cat\"", "\"cat\"", "this is a text, and the other side a number"},
        {"pid ~ \"cat\"", "pid", "this is a number, and ~ is for texts"},
        {"comm < \"cat\"", "\"cat\"", "texts have no order: < is for numbers"},
        {"comm == filename", "filename", "a text is compared with one in quotation marks"},
        {"\"c*\" ~ comm", "comm", "write the name first, and the text behind the operator"},
        {"comm ~ cpu", "cpu", "write what a text is compared with in quotation marks"},
        {"comm + 1 == 2", "comm", "this is no number, and only numbers can be calculated with"},
        {"(pid == 1) + 1 == 2", "(pid == 1)", "this is a condition, not a value: join conditions by `and` and `or`"},
        {"comm == \"a_name_of_17_chr\"", "\"a_name_of_17_chr\"",
         "this has 16 bytes, and the kernel keeps 15 of a thread's name: write \"a_name_of_17_ch\""},
        {"comm == \"a\\0b\"", "\"a\\0b\"", "a text ends at a NUL, so that no text has one"},
        {"flags & O_RDONLY", "O_RDONLY",
         "this is 0, so that & gives 0 always: compare the bits that it is one value of"},
        {"dfd > 5ms", "5ms",
         "a time is compared with duration or timestamp; this is no time in ns: write a plain number, in the unit of "
         "the call"},
        {"filename ~ \"a[b\"", "\"a[b\"", "the set that [ begins has no ]: write \\[ for the character itself"},
        {"filename =~ \"(\"", "\"(\"", "this is no regular expression: Unmatched ( or \\("},
        {"filename =~ \"(a)\\\\1\"", "\"(a)\\\\1\"", "a regular expression can't refer back to a group"},
        {"filename =~ \"(a{99}){99}\"", "\"(a{99}){99}\"",
         "a regular expression may repeat 256 times, all its bounds multiplied"},
        {"uid == \"no such user\"", "\"no such user\"", "this machine has no user of that name"},
        {"error == \"ENOENTT\"", "\"ENOENTT\"", "no value of the other side is called that; did you mean ENOENT?"},
        {"pid.x == 1", "pid.x", "pid has no fields"},
        {"nothing_like_it == 1", "nothing_like_it", "no field or argument of openat is called that"},
        {"args.nothing == 1", "args.nothing", "no field or argument of openat is called that"},
    };
    for (const Refusal& row : rows) expect_refused(row);
    expect_refused(
        {"tv_sec == 1", "tv_sec", "settimes has more than one field tv_sec: write old.every.tv_sec or new.tv_sec"},
        "settimes");
    expect_refused(
        {"pair == 1", "pair", "this is memory, of which a field can be asked, or its address: args[0] to args[5]"},
        "settimes");
    expect_refused(
        {"plain == TWO_FACES", "TWO_FACES", "no field or argument of advise is called that; did you mean TWO_FACED?"},
        "advise");
    expect_refused({"sin_addr == \"10.0.0\"", "\"10.0.0\"",
                    "this is no IPv4 address: write one like \"10.0.0.1\" or \"10.0.0.0/8\""},
                   "connect");
}

TEST(Question, BoundsWhatItCosts) {
    std::string deep(60, '(');
    EXPECT_EQ(error_of(deep + "pid" + std::string(60, ')')), "none");
    for (std::string hostile : {std::string(5000, '('), std::string(5000, '-') + "1", std::string(5000, '~') + "1"})
        EXPECT_NE(error_of(hostile).find("nested too deep"), std::string::npos);
    std::string sum = "1", negations, list = "pid in (1";
    for (int i = 0; i < 4500; i++) {
        sum += "+1";
        if (i < 4000) negations += "not ";
        list += ",1";
    }
    EXPECT_NE(error_of(sum + " == 2").find("nested too deep"), std::string::npos);
    EXPECT_NE(error_of(negations + "pid").find("nested too deep"), std::string::npos);
    EXPECT_NE(error_of(list + ")").find("this asks for too much at once"), std::string::npos);
    EXPECT_NE(error_of(std::string(20000, ' ')).find("a question may have 16384 bytes"), std::string::npos);
}

Stage stage(const std::string& text, const std::string& syscall) { return stage_of(bound(text, syscall)); }

TEST(Question, IsDecidedAsEarlyAsItCanBe) {
    struct Row {
        const char* question;
        const char* syscall;
        Stage stage;
    };
    const Row rows[] = {
        {"ret < 0 and comm ~ \"a*b\" and flags & O_CREAT", "openat", Stage::Early},
        {"mode == 0644", "openat", Stage::Early},
        {"comm ~ \"*a*\"", "openat", Stage::Behind},
        {"filename ~ \"a*b?\"", "openat", Stage::Late},
        {"filename $= \"b\"", "openat", Stage::Late},
        {"filename ~ \"a*b*c\"", "openat", Stage::Behind},
        {"filename ~ \"[ab]c\"", "openat", Stage::Behind},
        {"filename =~ \"a\"", "openat", Stage::Behind},
        {"port == 80", "connect", Stage::Late},
        {"sun_path ^= \"/run\"", "connect", Stage::Late},
        {"sun_path $= \"x\"", "connect", Stage::Behind},
        {"sun_path == \"\\0x\"", "connect", Stage::Behind},
        {"argv ~ \"a*\"", "execve", Stage::Behind},
        {"type == 5", "bpf", Stage::Behind},
        {"arg == 5", "fcntl", Stage::Early},
        {"l_pid == 5", "fcntl", Stage::Late},
        {"syscall == \"openat\"", "openat", Stage::Early},
    };
    for (const Row& row : rows) EXPECT_EQ(stage(row.question, row.syscall), row.stage) << row.question;
    std::string longer = "filename == \"" + std::string(129, 'a') + "\"";
    EXPECT_EQ(stage(longer, "openat"), Stage::Behind);
    EXPECT_EQ(stage_of(Question::parse("syscall ~ \"a*\"")->bind(nullptr, schema())), Stage::Late);
}

TEST(Question, SplitsByStages) {
    Stages stages = split(bound("filename =~ \"x\" and pid == 1 and filename ^= \"/\" and cpu == 0", "openat"));
    EXPECT_EQ(stages.early.op, Predicate::Op::And);
    EXPECT_EQ(stages.late.op, Predicate::Op::Match);
    EXPECT_EQ(stages.behind.op, Predicate::Op::Match);
    stages = split(bound("filename ^= \"/\" or pid == 1", "openat"));
    EXPECT_EQ(stages.early.op, Predicate::Op::True);
    EXPECT_EQ(stages.late.op, Predicate::Op::Or);
}

TEST(Question, FoldsWhatIsKnown) {
    EXPECT_EQ(bound("syscall == \"read\" and pid == 1", "openat").op, Predicate::Op::False);
    EXPECT_EQ(bound("syscall == \"openat\" or pid == 1", "openat").op, Predicate::Op::True);
    EXPECT_EQ(bound("syscall == \"openat\" and pid == 1", "openat").op, Predicate::Op::Compare);
    EXPECT_EQ(bound("1 + 1 == 2", "openat").op, Predicate::Op::True);
    EXPECT_EQ(bound("fd == 1", "openat").op, Predicate::Op::False);
    EXPECT_EQ(bound("not fd == 1", "openat").op, Predicate::Op::False);
    EXPECT_EQ(bound("user == root or pid == 1", "openat").op, Predicate::Op::Compare);  // root is no name without it
    EXPECT_EQ(bound("user in (root, 5) or pid == 1", "openat").op, Predicate::Op::Compare);
    EXPECT_EQ(bound("entry", "openat").op, Predicate::Op::False);
    EXPECT_EQ(bound("not (fd and pid == 1)", "openat").op, Predicate::Op::Compare);
    EXPECT_EQ(bound("pid == 1 and (cpu == 1 and uid == 0)", "openat").children.size(), 3U);
}

TEST(Question, KnowsWhatASyscallLacks) {
    auto question = Question::parse("fd == 1 or filename == \"x\" or port == 80 or fd == 2");
    EXPECT_EQ(question->missing(*schema().find("openat"), schema()), (std::vector<std::string>{"fd", "port"}));
    EXPECT_FALSE(question->asks_duration());
    EXPECT_TRUE(Question::parse("pid == 1 or not duration > 1s")->asks_duration());
}

TEST(Question, MayFitSomeSyscallsOnly) {
    std::vector<const SyscallSchema*> both = {schema().find("fcntl"), schema().find("chown")};
    auto bound = Question::parse("cmd == \"F_DUPFD\"")->bind_each(both, schema());
    EXPECT_EQ(bound[both[0]].op, Predicate::Op::Compare);
    // A command without names in one call, and with them in the other.
    both = {schema().find("bpf"), schema().find("fcntl")};
    bound = Question::parse("cmd == \"F_DUPFD\"")->bind_each(both, schema());
    EXPECT_EQ(bound[both[0]].op, Predicate::Op::False);
    EXPECT_EQ(bound[both[1]].op, Predicate::Op::Compare);
    EXPECT_THROW(Question::parse("user == \"x y z\"")->bind_each({schema().find("chown")}, schema()), Error);
    EXPECT_THROW(
        Question::parse("filename == 5")->bind_each({schema().find("openat"), schema().find("read")}, schema()), Error);
}

TEST(Question, ExplainsItself) {
    std::string text = "ret < 0 and filename ~ \"/etc/*\" and not flags & O_CREAT";
    EXPECT_EQ(explain(bound(text, "openat"), text),
              "late    all of\n"
              "early     [ret if flags & 0x4 == 0] < 0    # ret < 0\n"
              "late      *(args[1]) ^= \"/etc/\"    # filename ~ \"/etc/*\"\n"
              "early     (args[2] & 64) == 0    # flags & O_CREAT\n");
}

TEST(Filter, KeepsTheEventsForWhichAQuestionHolds) {
    std::shared_ptr<EventSchema> all = asked_schema();
    Batch batch;
    for (std::int64_t ret : {0, -2, 3, -13}) {
        RawEvent raw("read");
        raw.arguments({5, 0, 0});
        raw.header.ret = ret;
        std::string bytes = raw.bytes();
        batch.append(bytes.data(), bytes.size());
    }
    Filter filter(Question::parse("fd == 5 and error in (ENOENT, EACCES)"), all);
    Batch kept = filter.filter(batch);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(EventView::decode(kept.event(1), *all)->header().ret, -13);
    EXPECT_THROW(Filter(Question::parse("no_such == 1"), all), Error);
}

TEST(Glob, MatchesWholeTexts) {
    struct Row {
        const char* glob;
        const char* text;
        bool matches;
    };
    const Row rows[] = {
        {"", "", true},           {"", "a", false},        {"*", "", true},       {"**", "abc", true},
        {"?", "", false},         {"a?c", "abc", true},    {"a*c", "ac", true},   {"a*c", "acb", false},
        {"*ab*ab", "abab", true}, {"*ab*ab", "ab", false}, {"[]a]", "]", true},   {"[!]a]", "b", true},
        {"[a-c]", "b", true},     {"[a-]", "-", true},     {"[z-a]", "b", false}, {"\\*", "*", true},
        {"\\*", "a", false},      {"[\\]]", "]", true},    {"a\\", "a\\", true},  {"[^a]", "a", false},
    };
    for (const Row& row : rows) EXPECT_EQ(compile_glob(row.glob)->matches(row.text), row.matches) << row.glob;
}

}  // namespace
}  // namespace traceleft::ask
