extension ByteString {
  /// With the letters of ASCII in lower case; other bytes as they are.
  package var lowercased: ByteString {
    ByteString(bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 })
  }

  /// With the letters of ASCII in upper case; other bytes as they are.
  package var uppercased: ByteString {
    ByteString(bytes.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 32 : $0 })
  }
}
