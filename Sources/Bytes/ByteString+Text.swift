// Bytes and `String`, for programs in ordinary Swift. In the release binary nothing is text.
#if !hasFeature(Embedded)

  extension ByteString {
    /// The UTF-8 of a text; nil where it holds U+0000, at which the kernel would take it for ended: a name
    /// that was checked must not mean another file.
    public init?(_ text: String) {
      if text.utf8.contains(0) { return nil }
      self.init(text.utf8)
    }
  }

  extension ByteString.Interpolation {
    /// Text may hold a NUL, at which a name would end, and so it does not go in unseen.
    @available(
      *, unavailable, message: "write ByteString(text), which is nil where the text holds a NUL"
    )
    public mutating func appendInterpolation(_ value: String) {}
  }

  extension String {
    /// The bytes as text; nil where they are no UTF-8.
    public init?(validating bytes: ByteString) {
      self.init(validating: bytes.bytes, as: UTF8.self)
    }

    /// The bytes as text, with U+FFFD for what is no UTF-8. Different bytes may become the same text.
    public init(decoding bytes: ByteString) {
      self.init(decoding: bytes.bytes, as: UTF8.self)
    }
  }

  /// For people: as text, in which control and format characters, whatever is no UTF-8, and the beginning
  /// of `\x` are written `\xHH`, byte by byte. Somebody else may have chosen the bytes, and a terminal or a
  /// log gets no orders from them. `String(validating:)` has the text as it is.
  extension ByteString: CustomStringConvertible {
    /// The text for people.
    public var description: String {
      var shown: [UInt8] = []
      var rest = bytes
      while let byte = rest.first {
        guard let scalar = Self.firstScalar(of: rest) else {
          shown += escapedByte(byte)
          rest = rest.dropFirst()
          continue
        }
        let encoded = rest.prefix(UTF8.width(scalar))
        rest = rest.dropFirst(encoded.count)
        let isEscapeLike = scalar == "\\" && rest.first == UInt8(ascii: "x")
        if isEscapeLike || scalar.isOrder {
          for byte in encoded { shown += escapedByte(byte) }
        } else {
          shown += encoded
        }
      }
      return String(decoding: shown, as: UTF8.self)
    }

    /// The scalar that bytes begin with; nil where they begin with none.
    private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
      return scalar
    }
  }

  extension Unicode.Scalar {
    /// It says how others are shown, or where, and is no character itself.
    fileprivate var isOrder: Bool {
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// UTF-8 is a string; all else an object with the numbers of the bytes, such as `{"bytes":[47,255]}`.
  /// So every value comes back as it was, and text stays legible.
  extension ByteString: Codable {
    private enum CodingKeys: String, CodingKey { case bytes }

    /// Reads either form. Throws `DecodingError.dataCorrupted` where it holds a NUL, which no such bytes
    /// have.
    public init(from decoder: any Decoder) throws {
      let content: [UInt8]
      if let container = try? decoder.container(keyedBy: CodingKeys.self) {
        content = try container.decode([UInt8].self, forKey: .bytes)
      } else {
        content = Array(try decoder.singleValueContainer().decode(String.self).utf8)
      }
      if content.contains(0) {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "a NUL among the bytes"))
      }
      self.init(content)
    }

    /// Writes a string, or the object where these bytes are no UTF-8.
    public func encode(to encoder: any Encoder) throws {
      if let text = String(validating: self) {
        var container = encoder.singleValueContainer()
        try container.encode(text)
      } else {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Array(bytes), forKey: .bytes)
      }
    }
  }

#endif
