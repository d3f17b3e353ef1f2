// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "error.h"
#include "json_formatter.h"
#include "raw_event.h"
#include "value_json.h"

namespace traceleft {
namespace {

std::string line(const RawEvent& event, const std::vector<std::string>& fields) {
    std::string bytes = event.bytes();
    Batch batch;
    batch.append(bytes.data(), bytes.size());
    return JsonFormatter(test_schema(), fields).encode(batch);
}

std::string quoted(std::string_view text) {
    std::string out;
    append_json_string(text, out);
    return out;
}

std::string base64(std::string_view bytes) {
    std::string out;
    append_base64(bytes, out);
    return out;
}

TEST(AppendJsonString, EscapesWhatIsNoPlainText) {
    using namespace std::string_view_literals;
    EXPECT_EQ(quoted("a\"\\\n\0\x1f\x7f"sv), R"("a\"\\\n\u0000\u001f\u007f")");
    EXPECT_EQ(quoted("\xc2\x85\xe2\x80\xa8\xc3\xa9"), "\"\\u0085\\u2028\xc3\xa9\"");
    EXPECT_EQ(quoted("\xff\xe2\x82z"), "\"\xef\xbf\xbd\xef\xbf\xbdz\"");
}

// RFC 4648, 10.
TEST(AppendBase64, IsRfc4648s) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(JsonFormatter, WritesArguments) {
    RawEvent raw("open");
    raw.arguments({0xffffff9c, 0x1000, 0101, 0644}).captured(1, "/etc/passwd");
    EXPECT_EQ(line(raw, {"pid", "args"}),
              "{\"pid\":4711,\"args\":{\"dfd\":-100,\"dfd_names\":[\"AT_FDCWD\"],\"path\":\"/etc/passwd\",\"flags\":65,"
              "\"flags_names\":[\"O_WRONLY\",\"O_CREAT\"],\"mode\":420}}\n");
}

TEST(JsonFormatter, SaysWhereTextIsNoUtf8) {
    std::string pieces = piece(wire::PIECE_STRING, "a") + piece(wire::PIECE_STRING, "\xff");
    RawEvent raw("execve");
    EXPECT_EQ(line(raw.arguments({0, 0x10}).captured(1, pieces), {"args.memory", "undecodable"}),
              "{\"args\":{\"memory\":[\"a\",\"\xef\xbf\xbd\"]},\"undecodable\":{\"memory[1]\":\"/w==\"}}\n");
}

TEST(JsonFormatter, RefusesUnknownFields) {
    EXPECT_THROW(JsonFormatter(test_schema(), {"args.nosuch"}), Error);
    EXPECT_THROW(JsonFormatter(test_schema(), {"nosuch"}), Error);
}

}  // namespace
}  // namespace traceleft
