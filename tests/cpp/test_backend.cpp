// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cerrno>

#include "backend.h"
#include "error.h"

namespace traceleft {
namespace {

TEST(Backend, NamesAndParsesEachOther) {
    EXPECT_EQ(backends().size(), 4U);
    for (Backend backend : backends()) EXPECT_EQ(parse_backend(backend_name(backend)), backend);
    EXPECT_EQ(backends().front(), wire::BACKEND_RAW_TP);
}

TEST(Backend, AnUnknownNameIsAUsageError) {
    for (std::string name : {"", "auto", "RAW_TP", "raw_tp "}) {
        try {
            parse_backend(name);
            FAIL() << name;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind, ErrorKind::Usage);
            EXPECT_NE(std::string(error.what()).find("'" + name + "'"), std::string::npos);
        }
    }
}

TEST(Backend, RawTpNeedsNoHookOfItsOwnForASyscall) {
    EXPECT_EQ(missing_hook(wire::BACKEND_RAW_TP, {"nosuch", 9999, "nosuch", "nosuch"}), "");
}

TEST(Backend, ARefusalNamesTheBackendTheReasonAndTheRemedy) {
    for (auto [backend, errnum, reason] : {std::tuple{wire::BACKEND_KPROBE, ENOENT, "CONFIG_KPROBE_EVENTS"},
                                           {wire::BACKEND_FENTRY, EPERM, "security module"},
                                           {wire::BACKEND_FENTRY, 524, "architecture"},
                                           {wire::BACKEND_TRACEPOINT, EINVAL, "Invalid argument"}}) {
        try {
            throw_backend_refused(backend, "attaching to read", errnum);
        } catch (const Error& error) {
            std::string text = error.what();
            EXPECT_EQ(error.kind, ErrorKind::Backend);
            EXPECT_EQ(error.errnum, errnum);
            for (std::string word : {std::string(backend_name(backend)), std::string("attaching to read"),
                                     std::string(reason), std::string("--backend auto")})
                EXPECT_NE(text.find(word), std::string::npos) << text;
        }
    }
}

}  // namespace
}  // namespace traceleft
