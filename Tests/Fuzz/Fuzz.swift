/// One input of libFuzzer: it traps where a law is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let law = Laws.broken(by: input) { fatalError(law) }
  return 0
}
