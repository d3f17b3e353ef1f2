// SPDX-License-Identifier: MIT
#include <bpf/bpf.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <fstream>

#include "bpf_object.h"
#include "error.h"
#include "unique_fd.h"

namespace traceleft {
namespace {

const std::string read_handler = TRACELEFT_SOURCE_DIR "/battery/out/handle_syscall_read.bpf";

class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& content) {
        UniqueFd fd(mkstemp(path_.data()));
        std::ofstream(path_) << content;
    }
    ~TemporaryFile() { unlink(path_.c_str()); }
    const std::string& path() const { return path_; }

private:
    std::string path_ = "/tmp/traceleft-test-XXXXXX";
};

void expect_no_handler(const std::string& path) {
    try {
        BpfObject::open(path);
        FAIL() << path;
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Handler);
        EXPECT_EQ(std::string(error.what()).find(path), 0U) << error.what();
        EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    }
}

TEST(BpfObject, AMissingFileIsAnOsError) {
    try {
        BpfObject::open("/nosuch.bpf");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Os);
        EXPECT_EQ(error.errnum, ENOENT);
        EXPECT_EQ(error.path, "/nosuch.bpf");
    }
}

TEST(BpfObject, OtherFilesAreNoHandlers) {
    expect_no_handler(TemporaryFile("").path());
    expect_no_handler(TemporaryFile("not ELF").path());
    expect_no_handler(TemporaryFile("\177ELF").path());
    expect_no_handler("/bin/true");
}

TEST(BpfObject, EveryCutOfAnObjectIsRefusedOrOpened) {
    std::ifstream file(read_handler, std::ios::binary);
    std::string whole{std::istreambuf_iterator<char>(file), {}};
    ASSERT_GT(whole.size(), 1000U) << "is " << read_handler << " built?";
    for (std::size_t size = 0; size < whole.size(); size += 211) {
        TemporaryFile cut(whole.substr(0, size));
        try {
            BpfObject::open(cut.path());
        } catch (const Error& error) {
            EXPECT_EQ(error.kind, ErrorKind::Handler);
        }
    }
}

TEST(BpfObject, SetsConstantsThatItHas) {
    BpfObject object = BpfObject::open(read_handler);
    EXPECT_EQ(object.path(), read_handler);
    EXPECT_TRUE(object.has_constant("traceleft_program_id"));
    EXPECT_TRUE(object.set_constant<std::uint64_t>("traceleft_program_id", 0x1122334455667788));
    bpf_map* map = nullptr;
    std::string section;
    bpf_object__for_each_map(map, object.get()) {
        std::size_t size = 0;
        const void* bytes = bpf_map__initial_value(map, &size);
        if (bytes) section.append(static_cast<const char*>(bytes), size);
    }
    EXPECT_NE(section.find("\x88\x77\x66\x55\x44\x33\x22\x11"), std::string::npos);
}

TEST(BpfObject, ConstantsThatItLacksAndOtherSizesAreRefused) {
    BpfObject object = BpfObject::open(read_handler);
    EXPECT_FALSE(object.has_constant("nosuch"));
    EXPECT_FALSE(object.set_constant<std::uint32_t>("nosuch", 1));
    EXPECT_FALSE(object.set_constant<std::uint32_t>("traceleft_program_id", 1));
    EXPECT_FALSE(object.has_constant("")) << "a variable's name is matched whole";
    EXPECT_FALSE(object.has_constant("traceleft_program"));
}

TEST(BpfObject, FindsProgramsAndMaps) {
    BpfObject object = BpfObject::open(read_handler);
    EXPECT_NE(object.map("events"), nullptr);
    EXPECT_EQ(object.map("nosuch"), nullptr);
    EXPECT_NE(object.program("handle_read_ret"), nullptr);
    EXPECT_EQ(object.program("nosuch"), nullptr);
    EXPECT_THROW(map_fd(object.map("events")), Error) << "nothing is loaded yet";
    EXPECT_THROW(map_fd(nullptr), Error);
}

TEST(BpfObject, SharesMapsOfTheSameKindOnly) {
    LibbpfLog quiet;
    UniqueFd ring(bpf_map_create(BPF_MAP_TYPE_RINGBUF, "events", 0, 0, 4096, nullptr));
    if (!ring) GTEST_SKIP() << "creating BPF maps needs root";
    UniqueFd array(bpf_map_create(BPF_MAP_TYPE_ARRAY, "events", 4, 8, 1, nullptr));
    BpfObject object = BpfObject::open(read_handler);
    EXPECT_TRUE(object.reuse_map("events", ring.get()));
    EXPECT_FALSE(object.reuse_map("nosuch", ring.get()));
    try {
        object.reuse_map("events", array.get());
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Handler);
        EXPECT_NE(std::string(error.what()).find("`events`"), std::string::npos);
    }
    EXPECT_THROW(object.reuse_map("events", -1), Error);
}

TEST(LibbpfLog, CollectsWhatIsSaidWhileItIsTheInnermost) {
    LibbpfLog outer;
    TemporaryFile file("not ELF");
    {
        LibbpfLog inner;
        EXPECT_EQ(bpf_object__open_file(file.path().c_str(), nullptr), nullptr);
        EXPECT_NE(inner.text().find("ELF"), std::string::npos);
        EXPECT_EQ(inner.verifier_log(5), "") << "the verifier has said nothing";
    }
    EXPECT_EQ(outer.text(), "");
    EXPECT_EQ(bpf_object__open_file(file.path().c_str(), nullptr), nullptr);
    EXPECT_NE(outer.text(), "");
}

}  // namespace
}  // namespace traceleft
