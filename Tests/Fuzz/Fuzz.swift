import Glibc

/// Whether inputs choose sentences of the grammar, instead of being text.
private let choosesSentences = getenv("SENTENCES") != nil

/// One input of libFuzzer: it traps where a law is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let law = choosesSentences ? Laws.broken(bySentences: input) : Laws.broken(by: input)
  if let law { fatalError(law) }
  return 0
}
