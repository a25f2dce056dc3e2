import Diagnostics

/// Two parks whose firms need each other: suppliers in one, buyers in the other. Model 5, link.
public enum Link {
  public static let between = AttributeRow.entities(
    "between", .park, required: true, "the two parks that it joins")
  public static let from = AttributeRow.from("from", "when it begins; always there if not given")
  public static let halfLife = AttributeRow.number(
    "half_life", "y", 0...1000, fallback: 0, "years until half of it is felt")
  public static let complementarity = AttributeRow.number(
    "complementarity", "", 0...1, required: true, "how well the two parks complete each other")
  public static let attraction = AttributeRow.number(
    "attraction", "", -1...100, fallback: 0,
    "what full complementarity adds to arrivals in both, as a share")
  public static let multiplier = AttributeRow.number(
    "multiplier", "", -1...100, fallback: 0,
    "what full complementarity adds to indirect jobs in both, as a share")

  static let row = EntityRow(
    kind: .link, summary: "two parks whose firms need each other",
    attributes: [between, from, halfLife, complementarity, attraction, multiplier],
    groups: [AttributeGroup("what it adds to", [attraction, multiplier])],
    example: "link chain between=[smart, coast] complementarity=0.6 attraction=20%")

  static func check(_ link: Declaration) throws(Diagnostic) {
    guard let ends = link[between], case .names(let names) = ends.value, names.count != 2 else {
      return
    }
    let other = names.count > 1 ? names[1] : "coast"
    throw Diagnostic(
      "conflict",
      "`\(link.name)` names \(names.count == 1 ? "one park" : "\(names.count) parks"), and a link is"
        + " between two",
      at: names.count > 2 ? ends.location(ofItem: 2) : ends.location,
      help: ["write for example `between=[\(names[0]), \(other)]`"])
  }
}
