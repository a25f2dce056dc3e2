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
    case .negation(let inner): negated(inner.canonical)
    case .not(let inner): "not \(inner.canonical)"
    case .binary: chain.canonical
    case .range(let first, let last): "\(first.canonical)..\(last.canonical)"
    case .conversion(let inner, let unit): "\(inner.canonical) in \(unit.text)"
    case .elsewhere(let inner, let branch, _): "\(inner.canonical) of \(branch)"
    }
  }
}

/// The space keeps two signs from being the dashes of an option.
private func negated(_ text: String) -> String { text.hasPrefix("-") ? "- \(text)" : "-\(text)" }

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

/// A text between quotes, so that it reads back: a quote gets a `\` before it, and a `\` another where
/// it would stand before a quote, a `\` or the end.
public func quoted(_ text: String) -> String {
  var result = "\""
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    switch scalar {
    case "\"": result += "\\\""
    case "\\":
      let next = index + 1 < scalars.count ? scalars[index + 1] : "\""
      result += next == "\"" || next == "\\" ? "\\\\" : "\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// What stands between the quotes of a text token, its escapes undone.
func unquoted(_ token: String) -> String {
  let isWide = token.unicodeScalars.first != "\""
  return unescaped(String(token.unicodeScalars.dropFirst().dropLast()), isWide: isWide)
}

/// The text that was meant between quotes: `\"` is a quote and `\\` a `\`; before anything else a `\`
/// stands for itself. Between full-width quotes it goes before those too.
public func unescaped(_ text: String, isWide: Bool = false) -> String {
  var result = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in text.unicodeScalars {
    if isEscaped {
      let isEscape =
        scalar == "\"" || scalar == "\\" || isWide && narrowed(scalar) == "\""
      if !isEscape { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      result.append(scalar)
    }
  }
  if isEscaped { result.append("\\") }
  return String(result)
}
