import Vectors

// Curves of the model, each in one loop over the draws where all of them have the same steps.

extension DrawLanes {
  static func area(under values: [DrawLanes], from keys: [Double], to end: DrawLanes) -> DrawLanes {
    guard !end.isUniform, values.allSatisfy(\.isUniform) else {
      return piecewise(values, from: keys, to: end)
    }
    let result = LaneBuffer()
    end.row { row, _ in
      loops.area(result.base, row, keys, values.map(\.value), keys.count, LaneBuffer.vectors)
    }
    if let recorder = RunRecorder.current {
      recorder.note(
        .area, result, recorder.operand(end), recorder.place(of: keys + values.map(\.value)),
        Int32(keys.count))
    }
    return DrawLanes(result)
  }

  static func mean(
    of values: [DrawLanes], from keys: [Double], over start: DrawLanes, to end: DrawLanes,
    length: DrawLanes
  ) -> DrawLanes {
    guard values.allSatisfy(\.isUniform), !start.isUniform || !end.isUniform else {
      return pieces(values, from: keys, over: start, to: end, length: length)
    }
    let result = LaneBuffer()
    start.row { start, startStep in
      end.row { end, endStep in
        length.row { length, lengthStep in
          loops.mean(
            result.base, start, startStep, end, endStep, length, lengthStep, keys,
            values.map(\.value),
            keys.count, LaneBuffer.vectors)
        }
      }
    }
    if let recorder = RunRecorder.current {
      recorder.note(
        .mean, result, recorder.operand(start), recorder.operand(end), recorder.operand(length),
        recorder.place(of: keys + values.map(\.value)), Int32(keys.count))
    }
    return DrawLanes(result)
  }

  static func ramp(_ age: DrawLanes, first: DrawLanes, speed: DrawLanes) -> DrawLanes {
    if age.isUniform, first.isUniform, speed.isUniform {
      return DrawLanes(Double.ramp(age.value, first: first.value, speed: speed.value))
    }
    let result = LaneBuffer()
    age.row { age, ageStep in
      first.row { first, firstStep in
        speed.row { speed, speedStep in
          loops.ramp(
            result.base, age, ageStep, first, firstStep, speed, speedStep, LaneBuffer.vectors)
        }
      }
    }
    RunRecorder.current?.note(.ramp, result, age, first, speed)
    return DrawLanes(result)
  }

  static func survival(
    of lived: DrawLanes, hazards: [DrawLanes], from keys: [Double], scale: DrawLanes
  ) -> DrawLanes {
    guard !lived.isUniform, hazards.allSatisfy(\.isUniform) else {
      return survivors(of: lived, hazards: hazards, from: keys, scale: scale)
    }
    let values = hazards.map(\.value)
    let before = Double.area(under: values, from: keys, to: 0)
    let result = LaneBuffer()
    lived.row { lived, _ in
      scale.row { scale, step in
        loops.survival(
          result.base, lived, scale, step, before, keys, values, keys.count, LaneBuffer.vectors)
      }
    }
    if let recorder = RunRecorder.current {
      recorder.note(
        .survival, result, recorder.operand(lived), recorder.operand(scale),
        recorder.place(of: [before] + keys + values), Int32(keys.count))
    }
    return DrawLanes(result)
  }
}
