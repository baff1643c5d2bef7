#include "disk/files.h"

#include <fcntl.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "disk/folder.h"
#include "disk/system.h"

namespace wardplan {

struct Hash::State {
  sha256_ctx context;
};

Hash::Hash() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
Hash::~Hash() = default;

void Hash::add(std::string_view bytes) {
  sha256_update(&state_->context, bytes.size(),
                reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Hash::digits() {
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
  sha256_digest(&state_->context, digest.size(), digest.data());
  std::string text;
  for (const std::uint8_t byte : digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Hash hash;
  hash.add(bytes);
  return hash.digits();
}

std::optional<std::string> sha256_of_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  return sha256_of(file);
}

std::optional<std::string> sha256_of(const Descriptor& file) {
  struct stat status {};
  if (!file.is_open() || ::fstat(file.fd(), &status) != 0 || !S_ISREG(status.st_mode))
    return std::nullopt;
  Hash hash;
  std::array<char, 65536> bytes;
  for (;;) {
    const ssize_t count = ::read(file.fd(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return hash.digits();
    hash.add({bytes.data(), static_cast<std::size_t>(count)});
  }
}

}  // namespace wardplan
