#pragma once

#include <string>

#include "text/phrase.h"

// What every use of a system call needs: a descriptor that closes itself, errors in words.

namespace wardplan {

/// Owns an open file descriptor; below 0 is none.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int fd() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }

  /// Closes now instead of later: 0, or the error of a write that only shows now.
  int close();

 private:
  int fd_;
};

/// What the system says with an `errno`, in both languages where people will meet it.
Message reason(int error);

/// The same of a path that couldn't be read; of one that isn't there with the nearest name that is.
Message unread_reason(const std::string& path, int error);

/// `cannot read PATH: why`.
Message unreadable(const std::string& path, const Message& why);

/// Throws the `Failure` that says `unreadable`.
[[noreturn]] void cannot_read(const std::string& path, const Message& why);
[[noreturn]] void cannot_read(const std::string& path, int error);

/// Throws the `Failure` that says `cannot write PATH: why`.
[[noreturn]] void cannot_write(const std::string& path, const Message& why);
[[noreturn]] void cannot_write(const std::string& path, int error);

}  // namespace wardplan
