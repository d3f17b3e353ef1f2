// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace traceleft {

/// What is costly to make, kept for the next one that needs it: as many as were ever in use at once.
template <typename T>
class Spares {
public:
    /// One in use, until it goes.
    class Taken {
    public:
        Taken(Spares& spares, std::unique_ptr<T> taken) : spares_(spares), taken_(std::move(taken)) {}
        ~Taken() { spares_.give_back(std::move(taken_)); }
        Taken(const Taken&) = delete;
        Taken& operator=(const Taken&) = delete;
        T& operator*() const { return *taken_; }
        T* operator->() const { return taken_.get(); }

    private:
        Spares& spares_;
        std::unique_ptr<T> taken_;
    };

    Taken take() { return Taken(*this, spare()); }

private:
    std::unique_ptr<T> spare() {
        std::lock_guard lock(mutex_);
        if (idle_.empty()) return std::make_unique<T>();
        std::unique_ptr<T> taken = std::move(idle_.back());
        idle_.pop_back();
        return taken;
    }
    void give_back(std::unique_ptr<T> one) {
        std::lock_guard lock(mutex_);
        idle_.push_back(std::move(one));
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<T>> idle_;
};

}  // namespace traceleft
