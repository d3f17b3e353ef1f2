// SPDX-License-Identifier: MIT
#include "kprobe_event.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <mutex>
#include <random>
#include <sstream>
#include <vector>

#include "error.h"
#include "kernel_features.h"
#include "unique_fd.h"

namespace traceleft {

namespace {

constexpr const char* group = "traceleft";

std::string definitions() { return tracefs() + "/kprobe_events"; }

/// Changes tracefs' kprobes. While one is there, those of other processes wait, so that an event that nobody uses
/// belongs to nobody.
class Definitions {
public:
    Definitions() : file_(open(definitions().c_str(), O_WRONLY | O_APPEND | O_CLOEXEC)) {
        if (!file_) throw Error::os("define kprobes", errno, definitions());
        int status = 0;
        while ((status = flock(file_.get(), LOCK_EX)) && errno == EINTR) continue;
        if (status) throw Error::os("lock the kprobes' definitions", errno, definitions());
        static std::once_flag once;
        std::call_once(once, [this] { remove_unused(); });
        std::erase_if(left_, [this](const std::string& name) { return undefine(name) != EBUSY; });
    }

    /// 0, or the error's number.
    int change(const std::string& command) const {
        std::string line = command + "\n";
        return write(file_.get(), line.data(), line.size()) < 0 ? errno : 0;
    }

    /// Where a child of ours that has yet to execute its program holds the event, the next to be here removes it.
    void remove(const std::string& name) {
        if (undefine(name) == EBUSY) left_.push_back(name);
    }

    static std::string event(const std::string& name) { return std::string(group) + "/" + name; }

private:
    int undefine(const std::string& name) const { return change("-:" + event(name)); }

    void remove_unused() const {
        std::ifstream lines(definitions());
        std::string line;
        while (std::getline(lines, line)) {  // "r256:traceleft/NAME FUNCTION"
            std::size_t colon = line.find(':'), space = line.find(' ');
            if (space == std::string::npos || line.compare(colon + 1, event("").size(), event(""))) continue;
            change(line.substr(colon, space - colon).insert(0, 1, '-'));  // EBUSY: of a process that is still there
        }
    }

    NoFork until_unlocked_;  // a child would have the lock as long as the file
    UniqueFd file_;
    static std::vector<std::string> left_;  ///< events that could not be removed; only read and written under the lock
};

std::vector<std::string> Definitions::left_;

// tracefs tells misses by the event's name alone. In another pid namespace there may be another process of this number.
std::string unique_name(std::string program) {
    static const unsigned unique = std::random_device{}();
    static std::atomic<unsigned> count{0};
    for (unsigned part : {static_cast<unsigned>(getpid()), unique, ++count})
        program.append("_").append(std::to_string(part));
    return program;
}

}  // namespace

KprobeEvent::KprobeEvent(bpf_program* program, const std::string& function, Side side, std::uint32_t maxactive)
    : name_(unique_name(bpf_program__name(program))) {
    std::string definition = side == Side::entry ? "p" : "r";
    if (side == Side::exit) definition += std::to_string(maxactive);
    definition.append(":").append(Definitions::event(name_)).append(" ").append(function);
    Definitions all;
    if (int error = all.change(definition)) throw Error::os("define a kprobe on " + function, error, definitions());
    try {
        attached_ = attach_tracepoint(bpf_program__fd(program), Definitions::event(name_));
    } catch (const Error& error) {
        all.remove(name_);
        throw Error::os("attach to a kprobe on " + function, error.errnum);
    }
}

KprobeEvent::~KprobeEvent() {
    if (made_in_ != fork_generation()) return;  // it is the parent's
    attached_ = {};
    try {
        Definitions().remove(name_);
    } catch (const Error&) {
        // An event that is not used costs nothing, and the next process removes it.
    }
}

std::map<std::string, std::uint64_t> KprobeEvent::misses() {
    std::map<std::string, std::uint64_t> misses;
    std::ifstream lines(tracefs() + "/kprobe_profile");  // "  NAME   HITS   MISSES"
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string name;
        std::uint64_t hits = 0, missed = 0;
        if (fields >> name >> hits >> missed) misses[name] = missed;
    }
    return misses;
}

}  // namespace traceleft
