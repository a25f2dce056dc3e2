import Diagnostics
import Reports
import Testing

/// JSON is read as RFC 8259 has it, and nothing else is.
@Suite struct JSONReaderTests {
  @Test(
    "what is JSON reads, and is written as what it was",
    arguments: [
      "null", " true ", "[]", "{}", "[1,-0,1.50,1e9,2E-3]", #"{"a":[{"b":"x"}],"":null}"#,
      #""é \u00e9 \ud83d\ude00 \"\\\/\b\f\n\r\t""#, "\u{FEFF}[\"衢州\"]",
      "[12345678901234567890.123456789]",
    ])
  func reads(_ text: String) throws {
    let value = try JSONValue(Array(text.utf8))
    #expect(try JSONValue(Array(value.fileText.utf8)) == value)
  }

  @Test("numbers keep their digits, texts their characters")
  func exact() throws {
    let value = try JSONValue(Array(#"{"a": 1.500, "b": "\u8862\ud83d\ude00/"}"#.utf8))
    #expect(value["a"] == .number("1.500"))
    #expect(value["b"] == .text("衢😀/"))
    #expect(value["c"] == nil)
  }

  @Test(
    "what is no JSON says where",
    arguments: [
      ("", 0), ("[1,]", 3), ("[1 2]", 3), (#"{"a" 1}"#, 5), (#"{"a":1,}"#, 7), ("{a:1}", 1),
      ("01", 1),
      ("1.", 2), ("-", 1), ("+1", 0), ("NaN", 0), ("nul", 0), (#""a"#, 0), ("\"\u{1}\"", 1),
      (#""\x""#, 2), (#""\ud800""#, 7), (#""\udc00""#, 7), (#""\u12g4""#, 3), ("[] []", 3),
      (#"{"a":1,"a":2}"#, 7), ("{\"a\":1", 6), ("[", 1), ("// no\n1", 0), ("'a'", 0),
    ])
  func refuses(_ text: String, _ offset: Int) {
    #expect(throws: NoJSON.self) { try JSONValue(Array(text.utf8)) }
    do throws(NoJSON) {
      _ = try JSONValue(Array(text.utf8))
    } catch {
      #expect(error.offset == offset, "\(text): \(error.reason)")
    }
  }

  @Test("bytes that are no UTF-8 are no text")
  func notUTF8() {
    for inside: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]] {
      #expect(throws: NoJSON.self) { try JSONValue([0x22] + inside + [0x22]) }
    }
  }

  @Test(
    "what is nested without end takes no stack",
    arguments: [("[", "]"), (#"{"a":"#, "}")])
  func bomb(_ open: String, _ close: String) throws {
    let deep = String(repeating: open, count: 64)
    let inside = deep + "1" + String(repeating: close, count: 64)
    #expect(throws: Never.self) { try JSONValue(Array(inside.utf8)) }
    for count in [65, 2_000_000] {
      let text = String(repeating: open, count: count)
      do throws(NoJSON) {
        _ = try JSONValue(Array(text.utf8))
        Issue.record("it was read")
      } catch {
        #expect(error.reason == "it is nested too deep")
      }
    }
  }

  @Test("ten megabytes are read, and of many members of one object each is found once")
  func large() throws {
    let text = "[" + String(repeating: "\"0123456789\",", count: 800_000) + "0]"
    #expect(try JSONValue(Array(text.utf8)).items?.count == 800_001)
    let members = (0..<50_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    #expect(try JSONValue(Array("{\(members)}".utf8))["k49999"] == .number("49999"))
  }

  @Test("any beginning of a file is refused and never trusted")
  func beginnings() throws {
    let whole = Array(#"{"a": [1.5e-3, "\u00e9\ud83d\ude00", null, true], "b": {"c": ""}}"#.utf8)
    for count in whole.indices {
      #expect(throws: NoJSON.self) { try JSONValue(Array(whole[..<count])) }
    }
  }

  @Test("a member is set in its place, added behind, or taken out")
  func members() throws {
    var value = try JSONValue(Array(#"{"a": 1, "b": 2}"#.utf8))
    value["a"] = .text("x")
    value["c"] = .null
    value["b"] = nil
    #expect(value.fileText == "{\n  \"a\": \"x\",\n  \"c\": null\n}\n")
  }
}
