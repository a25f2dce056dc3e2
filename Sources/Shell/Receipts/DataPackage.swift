import Diagnostics
import Reports

/// `datapackage.json`: what the files of a folder are, as Frictionless Data has it.
///
/// What others put into it stays: licences, contributors, resources of their own.
struct DataPackage: Sendable {
  static let fileName = "datapackage.json"

  private(set) var json: JSONValue

  /// A new one.
  init() { json = .object([]) }

  /// One that was read; nil where it is no object with a list of resources.
  init?(_ json: JSONValue) {
    guard json["resources"]?.items != nil else { return nil }
    self.json = json
  }

  /// What it says of files, in its order.
  var resources: [JSONValue] { json["resources"]?.items ?? [] }

  /// Whether Parkline wrote of a file in it.
  var isOwn: Bool { resources.contains { $0[Receipt.key] != nil } }

  /// What it says of a file of its folder; nil where it does not list it.
  func resource(of name: String) -> JSONValue? {
    resources.first { $0["path"]?.string == name }
  }

  /// The receipts that can be read, each with the name of its file.
  var receipts: [(file: String, receipt: Receipt)] {
    resources.compactMap { resource in
      guard let path = resource["path"]?.string,
        let receipt = resource[Receipt.key].flatMap(Receipt.init)
      else { return nil }
      return (path, receipt)
    }
  }

  /// Adds a file, in the place of what was said of it. Where that was the same already, nothing changes,
  /// not the time either.
  mutating func add(_ file: PackagedFile, title: String?, now: Int?) {
    var resources = resources
    let place = resources.firstIndex { $0["path"]?.string == file.name }
    let others = resources.indices.filter { $0 != place }.compactMap {
      resources[$0]["name"]?.string
    }
    let new = file.json(isTaken: others.contains)
    if let place, resources[place] == new { return }
    if let place { resources[place] = new } else { resources.append(new) }
    if json["name"] == nil {
      json["name"] = .text(PackagedFile.slug(title ?? "") ?? "parkline")
    }
    if json["title"] == nil, let title { json["title"] = .text(title) }
    if let now { json["created"] = .text(DataPackage.time(now)) }
    json["resources"] = .array(resources)
  }

  // MARK: Places

  /// Whether a name can be a path of a package, which is none that may lead out of its folder.
  static func canList(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("~") && !name.hasPrefix("file:")
      && !name.contains("\\")
  }

  /// The name of a file without its folder.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The package of the folder of a file.
  static func path(beside path: String) -> String {
    let folder = ScriptFile.folder(of: path)
    return folder.isEmpty ? fileName : folder == "/" ? "/" + fileName : folder + "/" + fileName
  }

  /// The day that holds a second, counted from 1970 on in UTC: `2026-11-28`.
  static func day(_ seconds: Int) -> String { String(time(seconds).prefix { $0 != "T" }) }

  /// Seconds from 1970 on as RFC 3339 in UTC: `2026-11-28T03:34:06Z`.
  static func time(_ seconds: Int) -> String {
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let second = seconds - days * 86_400
    // Years that begin in March have their odd day at the end.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month < 10 ? month + 3 : month - 9))-\(two(day))"
      + "T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}
