import Vectors

// Curves of the model, each in one loop over the draws where all of them have the same steps.

extension DrawLanes {
  static func area(under values: [DrawLanes], from keys: [Double], to end: DrawLanes) -> DrawLanes {
    guard !end.isUniform, values.allSatisfy(\.isUniform) else {
      return piecewise(values, from: keys, to: end)
    }
    var result = DrawLanes.blank()
    let own = result.ownColumn()
    end.row { row, _ in
      loops.area(own, row, keys, values.map(\.value), keys.count, LaneBuffer.vectors)
    }
    return result
  }

  static func mean(
    of values: [DrawLanes], from keys: [Double], over start: DrawLanes, to end: DrawLanes,
    length: DrawLanes
  ) -> DrawLanes {
    guard values.allSatisfy(\.isUniform), !start.isUniform || !end.isUniform else {
      return pieces(values, from: keys, over: start, to: end, length: length)
    }
    var result = DrawLanes.blank()
    let own = result.ownColumn()
    start.row { start, startStep in
      end.row { end, endStep in
        length.row { length, lengthStep in
          loops.mean(
            own, start, startStep, end, endStep, length, lengthStep, keys, values.map(\.value),
            keys.count, LaneBuffer.vectors)
        }
      }
    }
    return result
  }

  static func ramp(_ age: DrawLanes, first: DrawLanes, speed: DrawLanes) -> DrawLanes {
    if age.isUniform, first.isUniform, speed.isUniform {
      return DrawLanes(Double.ramp(age.value, first: first.value, speed: speed.value))
    }
    var result = DrawLanes.blank()
    let own = result.ownColumn()
    age.row { age, ageStep in
      first.row { first, firstStep in
        speed.row { speed, speedStep in
          loops.ramp(own, age, ageStep, first, firstStep, speed, speedStep, LaneBuffer.vectors)
        }
      }
    }
    return result
  }

  static func survival(
    of lived: DrawLanes, hazards: [DrawLanes], from keys: [Double], scale: DrawLanes
  ) -> DrawLanes {
    guard !lived.isUniform, hazards.allSatisfy(\.isUniform) else {
      return survivors(of: lived, hazards: hazards, from: keys, scale: scale)
    }
    let values = hazards.map(\.value)
    let before = Double.area(under: values, from: keys, to: 0)
    var result = DrawLanes.blank()
    let own = result.ownColumn()
    lived.row { lived, _ in
      scale.row { scale, step in
        loops.survival(
          own, lived, scale, step, before, keys, values, keys.count, LaneBuffer.vectors)
      }
    }
    return result
  }
}
