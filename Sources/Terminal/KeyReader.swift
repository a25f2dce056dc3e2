/// What comes from the keyboard, one key or paste at a time.
enum Key: Equatable {
  /// A character, or a control character.
  case scalar(Unicode.Scalar)
  /// A key pressed with Alt, or after Escape.
  case meta(Unicode.Scalar)
  /// A function key: what came after the escape character, as `[A` for Up.
  case sequence(String)
  /// Escape itself.
  case escape
  /// Text pasted into the terminal, without control characters but newlines and tabs.
  case pasted(String)
  /// No key: a signal came.
  case interrupted
  /// The terminal is gone.
  case end
}

/// Puts the bytes of a terminal together to keys.
///
/// libedit could do that too, but it takes a paste for typing, waits for ever after Escape, and
/// inserts the rest of a function key it does not know as text.
struct KeyReader {
  private var input: ByteInput
  /// How long Escape may be the start of something longer, ms.
  var escapeDelay: Int32 = 50

  /// How long the bytes of one key may be apart, ms. Slow lines need some; nobody types as fast.
  private static let keyDelay: Int32 = 50
  /// How long a paste may pause, ms.
  private static let pasteDelay: Int32 = 1000
  private static let escapeByte: UInt8 = 0x1B

  init(input: ByteInput) {
    self.input = input
  }

  /// Whether there is a key to be had without waiting.
  var hasInput: Bool { input.hasInput }

  /// Whether Ctrl-D was typed ahead on an empty line; asked while the terminal has its own modes.
  var isAtTypedEnd: Bool { input.isAtTypedEnd }

  /// Whether whole lines were typed ahead; asked while the terminal has its own modes.
  var hasLines: Bool { input.hasLines }

  /// Says that the keys that wait now were typed ahead.
  mutating func noteAhead() { input.noteAhead() }

  /// Waits for the next key.
  mutating func next() -> Key {
    switch input.next(within: nil, interruptible: true) {
    case .byte(Self.escapeByte): return afterEscape()
    case .byte(let byte): return .scalar(scalar(from: byte))
    case .interrupted: return .interrupted
    case .timeout, .end: return .end
    }
  }

  /// The column in a report of where the cursor is, `ESC [ ROW ; COLUMN R`, from 0, that comes within so
  /// many milliseconds of the byte before; nil where none does. Everything else is left to be read.
  mutating func cursorColumn(within milliseconds: Int32) -> Int? {
    var seen: [UInt8] = []
    // Whoever types on all the while does not hold it up for ever.
    while seen.count < 1024, case .byte(let byte) = input.next(within: milliseconds) {
      seen.append(byte)
      guard byte == UInt8(ascii: "R"), let start = seen.lastIndex(of: Self.escapeByte) else {
        continue
      }
      let report = String(decoding: seen[(start + 1)...].dropLast(), as: UTF8.self)
      let numbers = report.dropFirst().split(separator: ";", omittingEmptySubsequences: false)
      guard report.first == "[", numbers.count == 2, Int(numbers[0]) != nil,
        let column = Int(numbers[1])
      else { continue }
      input.putBack(Array(seen[..<start]))
      return max(0, column - 1)
    }
    input.putBack(seen)
    return nil
  }

  // MARK: Escape

  private mutating func afterEscape() -> Key {
    guard case .byte(let byte) = input.next(within: escapeDelay) else { return .escape }
    switch byte {
    case Self.escapeByte:
      input.putBack([byte])
      return .escape
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return applicationKey()
    case UInt8(ascii: "]"): return terminalReply()
    default: return .meta(scalar(from: byte))
    }
  }

  /// `ESC [`, parameters, and a letter or `~`.
  private mutating func controlSequence() -> Key {
    var sequence = "["
    while case .byte(let byte) = input.next(within: Self.keyDelay) {
      guard byte >= 0x20 && byte < 0x7F else {
        input.putBack([byte])
        return .sequence(sequence)
      }
      sequence.unicodeScalars.append(Unicode.Scalar(byte))
      // The Linux console writes F1 as `[[A`: there the second bracket does not end it.
      if byte >= 0x40 && sequence != "[[" {
        return sequence == "[200~" ? .pasted(paste()) : .sequence(sequence)
      }
    }
    return sequence == "[" ? .meta("[") : .sequence(sequence)
  }

  /// `ESC O` and a letter: arrows and F1 to F4 on some terminals.
  private mutating func applicationKey() -> Key {
    guard case .byte(let byte) = input.next(within: Self.keyDelay) else { return .meta("O") }
    guard byte > 0x20 && byte < 0x7F else {
      input.putBack([byte])
      return .meta("O")
    }
    return .sequence("O\(Unicode.Scalar(byte))")
  }

  /// `ESC ]` up to BEL or `ESC \`: a terminal's answer to a question some other program asked.
  private mutating func terminalReply() -> Key {
    var reply = "]"
    while case .byte(let byte) = input.next(within: Self.keyDelay) {
      if byte == 0x07 { return .sequence(reply) }
      if byte == Self.escapeByte {
        _ = input.next(within: Self.keyDelay)
        return .sequence(reply)
      }
      reply.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return reply == "]" ? .meta("]") : .sequence(reply)
  }

  // MARK: Text

  /// The scalar that `first` begins. What is not UTF-8 becomes U+FFFD, and so do the C1 controls,
  /// which mean keys of our own to libedit (see `KeyCode`).
  private mutating func scalar(from first: UInt8) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 0 else { return replacement }
    var bytes = [first]
    while bytes.count < length {
      guard case .byte(let byte) = input.next(within: Self.keyDelay) else { return replacement }
      guard byte & 0xC0 == 0x80 else {
        input.putBack([byte])
        return replacement
      }
      bytes.append(byte)
    }
    guard let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first,
      !(0x80...0x9F).contains(scalar.value)
    else { return replacement }
    return scalar
  }

  /// What stands between the marks of a bracketed paste.
  private mutating func paste() -> String {
    let mark = Array("\u{1b}[201~".utf8)
    var bytes: [UInt8] = []
    while case .byte(let byte) = input.next(within: Self.pasteDelay, readAhead: true) {
      bytes.append(byte)
      if byte == mark.last, bytes.suffix(mark.count) == mark[...] {
        bytes.removeLast(mark.count)
        break
      }
    }
    return Self.cleaned(String(decoding: bytes, as: UTF8.self))
  }

  /// Pasted text as it may stand in the line: one kind of newline and none at the end, and no control
  /// characters, so that no text can press keys.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || (scalar == "\n" && !wasReturn) {
        cleaned.append("\n")
      } else if scalar == "\t" || !scalar.isControl {
        cleaned.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    while cleaned.last == "\n" { cleaned.removeLast() }
    return String(cleaned)
  }
}
