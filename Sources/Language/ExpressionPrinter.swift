import Quantities

extension Expression {
  /// The canonical text, which reads back to the same tree.
  public var canonical: String {
    switch kind {
    case .quantity(_, let text): text
    case .date(let period): period.text
    case .text(let text): quoted(text)
    case .path(let parts): parts.joined(separator: ".")
    case .index(let base, let arguments):
      "\(base.canonical)[\(arguments.map(\.canonical).joined(separator: ", "))]"
    case .list(let items): "[\(items.map(\.canonical).joined(separator: ", "))]"
    case .schedule(let entries):
      "{"
        + entries.map { "\($0.key.canonical): \($0.value.canonical)" }.joined(separator: ", ")
        + "}"
    case .call(let name, let arguments):
      "\(name)(\(arguments.map(\.canonical).joined(separator: ", ")))"
    case .group(let inner): "(\(inner.canonical))"
    case .negation(let inner): "-\(inner.canonical)"
    case .not(let inner): "not \(inner.canonical)"
    case .binary: chain.canonical
    case .range(let first, let last): "\(first.canonical)..\(last.canonical)"
    case .conversion(let inner, let unit): "\(inner.canonical) in \(unit.text)"
    }
  }
}

extension ExpressionChain {
  fileprivate var canonical: String {
    var text = first.canonical
    for link in links {
      text += link.sign == .power ? "^" : " \(link.sign.rawValue) "
      text += link.value.canonical
    }
    return text
  }
}

extension Expression.Argument {
  var canonical: String {
    guard let key else { return value.canonical }
    return "\(key.canonical): \(value.canonical)"
  }
}

/// A text between quotes, with quotes, backslashes and line breaks escaped.
public func quoted(_ text: String) -> String {
  var result = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default: result.unicodeScalars.append(character)
    }
  }
  return result + "\""
}

/// What stands between the quotes of a text token, its escapes undone.
func unquoted(_ token: String) -> String {
  var result = String.UnicodeScalarView()
  var escaped = false
  for scalar in token.unicodeScalars.dropFirst().dropLast() {
    if escaped {
      switch scalar {
      case "n": result.append("\n")
      case "t": result.append("\t")
      default: result.append(scalar)
      }
      escaped = false
    } else if scalar == "\\" {
      escaped = true
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
