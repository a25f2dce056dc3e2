import Quantities
public import Simulation

/// The calendar year in which flows have paid back what they cost; nil where they have not, or where
/// there was nothing to pay back.
public func breakEvenYear(_ payback: Payback, in calendar: StepCalendar) -> Int? {
  guard case .after(_, let step) = payback else { return nil }
  return calendar.date(ofStep: step).year
}
