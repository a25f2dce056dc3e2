import Vectors

// Amounts of money: what is paid, levied, and added up in fen.

extension DrawLanes {
  static func paid(
    _ due: DrawLanes, credit: DrawLanes, input: DrawLanes
  ) -> (paid: DrawLanes, left: DrawLanes) {
    if due.isUniform, credit.isUniform, input.isUniform {
      let one = Double.paid(due.value, credit: credit.value, input: input.value)
      return (DrawLanes(one.paid), DrawLanes(one.left))
    }
    let (paid, left) = (LaneBuffer(), LaneBuffer())
    due.row { due, dueStep in
      credit.row { credit, creditStep in
        input.row { input, inputStep in
          loops.pay(
            paid.base, left.base, due, dueStep, credit, creditStep, input, inputStep,
            LaneBuffer.vectors)
        }
      }
    }
    if let recorder = RunRecorder.current {
      recorder.note(.paid, paid, due, credit, input)
      recorder.note(.left, left, due, credit, input)
    }
    return (DrawLanes(paid), DrawLanes(left))
  }

  static func levied(
    on base: DrawLanes, times a: DrawLanes, times b: DrawLanes, rate: DrawLanes, factor: DrawLanes
  ) -> DrawLanes {
    if base.isUniform, a.isUniform, b.isUniform, rate.isUniform, factor.isUniform {
      let one = Double.levied(
        on: base.value, times: a.value, times: b.value, rate: rate.value, factor: factor.value)
      return DrawLanes(one)
    }
    let result = LaneBuffer()
    base.row { base, baseStep in
      a.row { a, aStep in
        b.row { b, bStep in
          rate.row { rate, rateStep in
            factor.row { factor, factorStep in
              loops.levy(
                result.base, base, baseStep, a, aStep, b, bStep, rate, rateStep, factor, factorStep,
                LaneBuffer.vectors)
            }
          }
        }
      }
    }
    if let recorder = RunRecorder.current {
      recorder.note(
        .levy, result, recorder.operand(base), recorder.operand(a), recorder.operand(b),
        recorder.operand(rate), recorder.operand(factor))
    }
    return DrawLanes(result)
  }

  /// Adds an amount and a part of another in fen, rounded, times a weight; whether the size of both
  /// together, in yuan, and that of the sum are no more than a limit each in every lane.
  mutating func add(
    fenOf yuan: DrawLanes, plus amount: DrawLanes, times part: DrawLanes, weight: Double,
    most: Double, sum mostSum: Double
  ) -> Bool {
    if yuan.isUniform, amount.isUniform, part.isUniform {
      let whole = yuan.value + amount.value * part.value
      let fen = (whole * 100).rounded(.toNearestOrEven) * weight
      let isWithin = whole.magnitude <= most
      return fen == 0 ? isWithin : add(DrawLanes(fen), most: mostSum) && isWithin
    }
    let recorder = RunRecorder.current
    let before = recorder?.operand(self)
    let own = ownBuffer()
    let isWithin = yuan.row { x, xStep in
      amount.row { y, yStep in
        part.row { z, zStep in
          DrawLanes.loops.addFen(
            own.base, x, xStep, y, yStep, z, zStep, weight, most, mostSum, LaneBuffer.vectors)
        }
      }
    }
    if let recorder, let before {
      recorder.addFen(
        own, before, yuan, amount, part, weight: weight, most: most, mostSum: mostSum)
    }
    return isWithin
  }

  /// Whether the size of numbers is no more than a limit in every lane.
  static func areWithin(_ numbers: [DrawLanes], most limit: Double) -> Bool {
    var rows: [UnsafePointer<Vector>] = []
    for number in numbers {
      if let buffer = number.buffer {
        rows.append(UnsafePointer(buffer.base))
      } else if !(number.value.magnitude <= limit) {
        return false
      }
    }
    let areWithin = withExtendedLifetime(numbers) {
      loops.areWithin(rows, rows.count, limit, LaneBuffer.vectors)
    }
    if areWithin, let recorder = RunRecorder.current {
      for buffer in numbers.compactMap(\.buffer) {
        recorder.expect(buffer, from: -limit, to: limit)
      }
    }
    return areWithin
  }

  /// Adds another; whether the size of the sum is no more than a limit in every lane.
  mutating func add(_ other: DrawLanes, most limit: Double) -> Bool {
    guard !isUniform || !other.isUniform else {
      self = DrawLanes(value + other.value)
      return value.magnitude <= limit
    }
    let recorder = RunRecorder.current
    let before = recorder?.operand(self)
    let own = ownBuffer()
    let isWithin = other.row { row, step in
      DrawLanes.loops.addWithin(own.base, row, step, limit, LaneBuffer.vectors)
    }
    if let recorder, let before {
      recorder.note(
        .addWithin, own, before, recorder.operand(other), recorder.place(of: [limit]))
    }
    return isWithin
  }
}
