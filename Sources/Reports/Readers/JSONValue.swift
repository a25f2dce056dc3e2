import Diagnostics

/// A JSON value as it was written: numbers keep their digits, objects the order of their members.
public indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// A number's own text, so that none is rounded.
  case number(String)
  case text(String)
  case array([JSONValue])
  case object([Member])

  /// A name of an object and what stands behind it.
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The value of a member; nil where this is no object or has none of the name. Setting one puts it in
  /// its old place, or behind all others; setting nil takes it out.
  public subscript(name: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.name == name }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      let place = members.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// The items of an array; nil for anything else.
  public var items: [JSONValue]? {
    if case .array(let items) = self { return items }
    return nil
  }

  /// A text; nil for anything else.
  public var string: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  /// As a file: an item or a member a line, two blanks deeper each time.
  public var fileText: String {
    var text = ""
    write(into: &text, depth: 0)
    return text + "\n"
  }

  /// In one line, with no blank that nobody needs.
  public var line: String {
    var text = ""
    write(into: &text, depth: nil)
    return text
  }

  /// With each item and member on a line of its own, so deep; in one line without a depth.
  private func write(into text: inout String, depth: Int?) {
    let margin = depth.map { "\n" + String(repeating: "  ", count: $0 + 1) } ?? ""
    let deeper = depth.map { $0 + 1 }
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let value): text += jsonString(value)
    case .array(let items):
      text += "["
      for (index, item) in items.enumerated() {
        text += (index == 0 ? "" : ",") + margin
        item.write(into: &text, depth: deeper)
      }
      text += items.isEmpty ? "]" : margin.dropLast(2) + "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += (index == 0 ? "" : ",") + margin + jsonString(member.name)
        text += depth == nil ? ":" : ": "
        member.value.write(into: &text, depth: deeper)
      }
      text += members.isEmpty ? "}" : margin.dropLast(2) + "}"
    }
  }
}
