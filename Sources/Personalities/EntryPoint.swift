import Bytes

/// Where C's main hands over.
@c(unyoke_main)
public func unyokeMain(
  _ count: Int32, _ vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  Dispatch.run((0..<Int(count)).compactMap { vector[$0].map { ByteString(cString: $0) } })
}
