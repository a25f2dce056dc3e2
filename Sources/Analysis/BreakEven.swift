public import Simulation

/// The year, as its steps, in which flows have paid back what they cost; nil where they have not, or
/// where there was nothing to pay back.
public func breakEvenYear(_ payback: Payback, in calendar: StepCalendar) -> Range<Int>? {
  guard case .after(_, let step) = payback else { return nil }
  return calendar.year(holding: step)
}
