#include <fcntl.h>
#include <gtest/gtest.h>

#include <cerrno>

#include "error.h"
#include "unique_fd.h"

namespace traceleft {
namespace {

UniqueFd open_null() { return UniqueFd(open("/dev/null", O_RDONLY | O_CLOEXEC)); }

bool is_open(int fd) { return fcntl(fd, F_GETFD) >= 0; }

TEST(UniqueFd, ClosesWhatItOwns) {
    int number = -1;
    {
        UniqueFd fd = open_null();
        number = fd.get();
        EXPECT_TRUE(fd);
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
    EXPECT_FALSE(UniqueFd());
}

TEST(UniqueFd, MovesOwnership) {
    UniqueFd first = open_null();
    int number = first.get();
    UniqueFd second = std::move(first);
    EXPECT_EQ(second.get(), number);
    EXPECT_TRUE(is_open(number));
    second = UniqueFd();
    EXPECT_FALSE(is_open(number));
}

TEST(Mapping, OfWhatCannotBeMappedIsAnError) {
    try {
        Mapping::of(-1, 4096, PROT_READ);
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind, ErrorKind::Os);
        EXPECT_EQ(error.errnum, EBADF);
    }
}

TEST(Mapping, MovesOwnership) {
    UniqueFd zero(open("/dev/zero", O_RDWR | O_CLOEXEC));
    Mapping mapping = Mapping::of(zero.get(), 4096, PROT_READ | PROT_WRITE);
    Mapping moved = std::move(mapping);
    *moved.as<int>(8) = 5;
    EXPECT_EQ(*moved.as<int>(8), 5);
}

}  // namespace
}  // namespace traceleft
