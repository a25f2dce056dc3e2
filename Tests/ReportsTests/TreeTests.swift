import Diagnostics
import Foundation
import Testing

@testable import Reports

/// Trees in every form that shows them level by level.
@Suite("trees")
struct TreeTests {
  private static let tree: Tree = {
    var tree = Tree(nodes: [
      Tree.Node(level: 0, label: "tax[2030]", number: "6.00", unit: "yuan"),
      Tree.Node(level: 1, label: "vat", number: "4.00", unit: "yuan"),
      Tree.Node(
        level: 2, label: "+ 1. \u{202E}*mill*", number: "3.00", unit: "yuan", note: "a & <b>"),
      Tree.Node(level: 2, label: "and 2 more", number: "1.00", unit: "yuan"),
      Tree.Node(level: 1, label: "2030. surtax", number: "2.00", unit: "yuan"),
    ])
    tree.priceYear = 2021
    return tree
  }()

  private func text(_ format: String, _ tree: Tree = TreeTests.tree) throws -> String {
    let format = try #require(FileFormat.named(format))
    return String(
      decoding: try format.bytes(of: Document(title: "T", blocks: [.tree(tree)])), as: UTF8.self)
  }

  @Test("on a terminal branches lead to each number")
  func terminal() {
    #expect(
      TextTree(width: nil).render(Self.tree) == """
        tax[2030]                  6.00 yuan
        ├─ vat                     4.00 yuan
        │  ├─ + 1. \\u{202e}*mill*  3.00 yuan  a & <b>
        │  └─ and 2 more           1.00 yuan
        └─ 2030. surtax            2.00 yuan

        """)
    for width in [20, 40, 60, 100] {
      for line in TextTree(width: width).render(Self.tree).split(separator: "\n") {
        #expect(displayWidth(String(line)) <= width, "\(width): \(line)")
      }
    }
    #expect(TextTree(width: nil).render(Tree(nodes: [])) == "")
  }

  @Test("Markdown has a list in each list, whatever a label begins with")
  func markdown() throws {
    #expect(
      try text("md")
        == """
        - tax\\[2030\\]: 6.00 yuan
          - vat: 4.00 yuan
            - \\+ 1. \u{202E}\\*mill\\*: 3.00 yuan — a \\& \\<b\\>
            - and 2 more: 1.00 yuan
          - 2030\\. surtax: 2.00 yuan

        money in prices of 2021

        """.replacing("\\\\", with: "\\"))
  }

  @Test("a page has a list in each list, as deep as the numbers are")
  func page() throws {
    let read = SVGPicture(try text("html"))
    #expect(read.fault == nil)
    let items = read.elements.filter { $0.name == "li" }
    #expect(items.count == Self.tree.nodes.count)
    #expect(read.elements.count { $0.name == "ul" } == 3)
    #expect(read.elements.count { $0.name == "b" } == Self.tree.nodes.count)
  }

  @Test("levels may end several at once, and a tree may be a single number")
  func shapes() throws {
    let jump = Tree(
      nodes: [0, 1, 2, 3, 1, 2, 0].map { Tree.Node(level: $0, label: "n", number: "1") })
    for tree in [jump, Tree(nodes: [Tree.Node(level: 0, label: "n")]), Tree(nodes: [])] {
      #expect(SVGPicture(try text("html", tree)).fault == nil)
    }
    #expect(try text("md", jump).split(separator: "\n").last == "- n: 1")
  }
}
