import Foundation
import Reports
import Testing

/// A report of every kind of block; with REPORT_SAMPLES a folder, it is written there to be seen.
@Suite("report samples")
struct ReportSampleTests {
  @Test("reports are written where they can be looked at")
  func written() throws {
    guard let folder = ProcessInfo.processInfo.environment["REPORT_SAMPLES"] else { return }
    for style in ReportSamples.styles {
      let page = ReportSamples.page(style).bytes(ReportSamples.document(style))
      try Data(page).write(
        to: URL(filePath: folder + "/report-\(style.language.rawValue).html"))
    }
  }
}
