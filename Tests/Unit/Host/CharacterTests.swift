import CKernel
import GlibcCharacters
import Testing

/// The tables of characters, beside glibc.
struct CharacterTests {
  @Test(.enabled(if: isRecordedGlibc, "needs the glibc that the table is taken from"))
  func everyCharacterIsGlibcs() {
    inLocale("C.UTF-8") {
      let differences = (UInt32(0)...0x11_0000).filter {
        uy_character_traits($0) != glibc_traits($0)
      }
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
    }
  }

  /// Sequences with each first byte, and with those behind it at the edges of what is valid there.
  @Test func sequencesAreReadAsGlibcDoes() {
    let edges: [UInt8] = [0x00, 0x28, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE0, 0xFF]
    inLocale("C.UTF-8") {
      var differences: [[UInt8]] = []
      for first in UInt8.min...UInt8.max {
        for index in 0..<edges.count * edges.count * edges.count {
          let bytes = [first, edges[index % 12], edges[index / 12 % 12], edges[index / 144]]
          for count in 1...4 where ours(bytes, count) != theirs(bytes, count) {
            differences.append(Array(bytes.prefix(count)))
          }
        }
      }
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
    }
  }

  private struct Read: Equatable {
    var count = 0
    var character: UInt32 = 0
  }

  private func read(
    _ bytes: [UInt8], _ count: Int,
    by function: (UnsafePointer<CChar>, Int, UnsafeMutablePointer<UInt32>) -> Int
  ) -> Read {
    var read = Read()
    bytes.withUnsafeBytes {
      read.count = function(
        $0.baseAddress!.assumingMemoryBound(to: CChar.self), count, &read.character)
    }
    // glibc reads numbers above U+10FFFF too: no characters, which cannot be printed in either form.
    return read.count > 0 && read.character <= 0x10_FFFF ? read : Read()
  }
  private func ours(_ bytes: [UInt8], _ count: Int) -> Read {
    read(bytes, count, by: uy_utf8_character)
  }
  private func theirs(_ bytes: [UInt8], _ count: Int) -> Read {
    read(bytes, count, by: glibc_character)
  }
}
