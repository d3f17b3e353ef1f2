// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "bindings.h"
#include "filter.h"

namespace traceleft::bindings {

/// Python's Question: one, and what it means for the schema whose events were filtered last.
class PyQuestion {
public:
    explicit PyQuestion(const std::string& text) : question(ask::Question::parse(text)) {}

    PyBatch filter(const PyBatch& batch) {
        std::lock_guard lock(mutex_);
        if (!filter_ || schema_ != batch.schema) {
            filter_ = std::make_unique<ask::Filter>(question, batch.schema);
            schema_ = batch.schema;
        }
        return {std::make_shared<Batch>(filter_->filter(*batch.batch)), batch.schema};
    }

    const std::shared_ptr<const ask::Question> question;

private:
    std::mutex mutex_;
    std::shared_ptr<const EventSchema> schema_;
    std::unique_ptr<ask::Filter> filter_;
};

}  // namespace traceleft::bindings
