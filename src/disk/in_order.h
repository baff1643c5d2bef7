#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace wardplan {

/// The threads of `in_order`.
template <class Work, class Take>
class InOrder {
 public:
  InOrder(std::size_t count, int threads, const Work& work, const Take& take)
      : count_(count), work_(work), take_(take), slots_(2 * static_cast<std::size_t>(threads)) {
    std::vector<std::jthread> workers;
    try {
      for (int left = threads; left > 0; --left) workers.emplace_back([this] { run(); });
      while (taken_ < count_) take_next();
    } catch (...) {
      const std::lock_guard lock(mutex_);
      next_ = count_;
      changed_.notify_all();
      throw;
    }
  }

 private:
  struct Slot {
    std::optional<std::invoke_result_t<Work, std::size_t>> result;
    std::exception_ptr failure;
  };

  Slot& slot(std::size_t at) { return slots_[at % slots_.size()]; }

  void run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [&] { return next_ >= count_ || next_ < taken_ + slots_.size(); });
      if (next_ >= count_) return;
      const std::size_t at = next_++;
      lock.unlock();
      Slot made;
      try {
        made.result.emplace(work_(at));
      } catch (...) {
        made.failure = std::current_exception();
      }
      lock.lock();
      slot(at) = std::move(made);
      changed_.notify_all();
    }
  }

  void take_next() {
    std::unique_lock lock(mutex_);
    Slot& next = slot(taken_);
    changed_.wait(lock, [&] { return next.result || next.failure; });
    Slot made = std::exchange(next, {});
    const std::size_t at = taken_++;
    changed_.notify_all();
    lock.unlock();
    if (made.failure) std::rethrow_exception(made.failure);
    take_(at, std::move(*made.result));
  }

  std::size_t count_;
  const Work& work_;
  const Take& take_;
  std::mutex mutex_;
  std::condition_variable changed_;
  /// Guarded: what waits to be taken, the next to be worked on and to be taken.
  std::vector<Slot> slots_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
};

/// Calls `work(at)` for each `at` below `count` on so many threads, and `take(at, result)` on this
/// one, in order; few results wait at a time. What either throws ends it and is thrown here.
template <class Work, class Take>
void in_order(std::size_t count, int threads, const Work& work, const Take& take) {
  if (threads > 1 && count > 1) {
    InOrder(count, std::min(threads, static_cast<int>(std::min<std::size_t>(count, 256))), work,
            take);
    return;
  }
  for (std::size_t at = 0; at < count; ++at) take(at, work(at));
}

}  // namespace wardplan
