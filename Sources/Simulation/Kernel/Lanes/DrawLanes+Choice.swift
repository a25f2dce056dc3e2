import Vectors

extension DrawLanes {
  @inline(__always)
  private static func compare(
    _ a: DrawLanes, _ b: DrawLanes, _ kind: ColumnInstruction.Kind,
    _ one: (Double, Double) -> Bool, _ many: VectorLoops.Comparison
  ) -> LaneMask {
    if a.isUniform, b.isUniform { return LaneMask(one(a.value, b.value)) }
    let result = LaneBuffer()
    let agreement = a.row { x, xStep in
      b.row { y, yStep in many(result.base, x, xStep, y, yStep, LaneBuffer.vectors) }
    }
    if let recorder = RunRecorder.current {
      recorder.note(kind, result, a, b)
      switch agreement {
      case .some: recorder.witnesses.keep(ofBoth: result)
      case .all: recorder.expect(result, toBe: true)
      case .none: recorder.expect(result, toBe: false)
      }
    }
    return LaneMask(result, agreement)
  }

  func isLess(than other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, .less, <, DrawLanes.loops.less)
  }

  func isEqual(to other: DrawLanes) -> LaneMask {
    DrawLanes.compare(self, other, .equal, ==, DrawLanes.loops.equal)
  }

  func magnitudeIs(atMost limit: Double) -> LaneMask {
    DrawLanes.compare(
      self, DrawLanes(limit), .within, { $0.magnitude <= $1 }, DrawLanes.loops.within)
  }

  static func any(_ mask: LaneMask) -> Bool { mask.holds || mask.buffer != nil }
  static func all(_ mask: LaneMask) -> Bool { mask.holds && mask.buffer == nil }

  static func select(_ mask: LaneMask, _ yes: DrawLanes, _ no: DrawLanes) -> DrawLanes {
    guard let bits = mask.buffer else { return mask.holds ? yes : no }
    if yes.isUniform, no.isUniform, yes.value.bitPattern == no.value.bitPattern { return yes }
    let result = LaneBuffer()
    yes.row { x, xStep in
      no.row { y, yStep in
        loops.select(result.base, bits.base, x, xStep, y, yStep, LaneBuffer.vectors)
      }
    }
    if let recorder = RunRecorder.current {
      recorder.note(
        .select, result, recorder.operand(bits), recorder.operand(yes), recorder.operand(no))
    }
    return DrawLanes(result)
  }

  // MARK: Of all lanes

  var greatest: Double {
    guard let buffer else { return value }
    let greatest = DrawLanes.furthest(buffer) { $0 .< $1 }.max()
    if let recorder = RunRecorder.current {
      recorder.expect(buffer, from: -.infinity, to: greatest)
      recorder.witnesses.keep(of: buffer) { $0 == greatest }
    }
    return greatest
  }

  var least: Double {
    guard let buffer else { return value }
    let least = DrawLanes.furthest(buffer) { $1 .< $0 }.min()
    if let recorder = RunRecorder.current {
      recorder.expect(buffer, from: least, to: .infinity)
      recorder.witnesses.keep(of: buffer) { $0 == least }
    }
    return least
  }

  /// What is left where each vector takes the place of the one before in the lanes in which it lies behind it.
  static func furthest(
    _ buffer: LaneBuffer, _ liesBehind: (Vector, Vector) -> SIMDMask<Vector.MaskStorage>
  ) -> Vector {
    var end = buffer.base[0]
    for place in 1..<LaneBuffer.vectors {
      let other = buffer.base[place]
      end = end.replacing(with: other, where: liesBehind(end, other))
    }
    return end
  }

  var isSomething: Bool {
    guard let buffer else { return value != 0 }
    let none = SIMD8<Double>(repeating: 0)
    for place in 0..<LaneBuffer.vectors where buffer.base[place] != none {
      RunRecorder.current?.witnesses.keep(of: buffer) { $0 != 0 }
      return true
    }
    RunRecorder.current?.expect(buffer, from: 0, to: 0)
    return false
  }
}
