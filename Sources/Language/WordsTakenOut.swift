public import Diagnostics

/// What belongs to a statement around another's words, and may stand anywhere among them: the options of
/// `export` behind those of `compare`.
extension ArgumentReader {
  /// Takes an option out of what is still to be read, the first that is wanted; none within brackets.
  public mutating func takeOption(
    where isWanted: (String) -> Bool
  ) throws(Diagnostic) -> (text: String, span: Span)? {
    for place in outerPlaces {
      var ahead = self
      ahead.index = place
      guard let option = try ahead.option(), isWanted(option.text) else { continue }
      tokens.removeSubrange(place..<ahead.index)
      return option
    }
    return nil
  }

  /// Takes the first attribute of a name out of what is still to be read; none within brackets.
  public mutating func takeAttribute(_ name: String) throws(Diagnostic) -> AttributeText? {
    for place in outerPlaces {
      var ahead = self
      ahead.index = place
      guard ahead.peekedWord == name, let attribute = try ahead.attribute() else { continue }
      tokens.removeSubrange(place..<ahead.index)
      return attribute
    }
    return nil
  }

  /// The name of an attribute or an option among what is still to be read.
  public enum OuterWord {
    case attribute(String, Span)
    case option(String, Span)
  }

  /// The names of the attributes and options that are still to be read, in their order; none within
  /// brackets.
  public var outerWords: [OuterWord] {
    outerPlaces.compactMap { place in
      var ahead = self
      ahead.index = place
      if ahead.isAttributeAhead, let word = ahead.next {
        return .attribute(word.text(in: source), word.span)
      }
      guard let option = try? ahead.option() else { return nil }
      return .option(option.text, option.span)
    }
  }

  /// The tokens from here on that stand in no bracket.
  private var outerPlaces: [Int] {
    var places: [Int] = []
    var depth = 0
    for place in index..<max(index, tokens.count) {
      let token = tokens[place]
      if ["(", "[", "{"].contains(where: { token.isMark($0) }) { depth += 1 }
      if depth == 0 { places.append(place) }
      if [")", "]", "}"].contains(where: { token.isMark($0) }) { depth = max(0, depth - 1) }
    }
    return places
  }
}

extension ArgumentReader {
  /// What is still to be read, as it was written, with one blank where there was white space.
  public var restText: String {
    var text = ""
    for token in tokens.dropFirst(index) {
      text += (text.isEmpty || !token.spaced ? "" : " ") + token.text(in: source)
    }
    return text
  }
}
