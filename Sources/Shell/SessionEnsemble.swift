import Analysis
import Diagnostics
import Ensembles
import Glibc
import ParkModel
import Reports
import Simulation

extension Program {
  /// How many threads work out draws; their answer is the same for any.
  public var threads: Int {
    get { session.threads }
    set { session.threads = newValue }
  }
}

extension Session {
  /// As many threads as there are processors for this program.
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The draws of the scenario at hand, as they are asked for; nil where it has no ensemble.
  mutating func ensemble(_ view: RunView) throws(Diagnostic) -> Ensemble? {
    try ensemble(branch, view)
  }

  /// The draws of a branch's scenario; nil where it has no ensemble.
  mutating func ensemble(
    _ name: String, _ view: RunView
  ) throws(Diagnostic) -> Ensemble? {
    guard let settings = EnsembleSettings((branches[name] ?? branches.current).scenario) else {
      return nil
    }
    // What no run can be made of says so before any draw does.
    let central = try project(name, view).real
    let branch = branches[name] ?? branches.current
    if let known = branch.ensembles[view] { return known }
    let run = try EnsembleRun(
      branch.scenario, settings, closures: view.closures, central: central, stop: stop)
    let ensemble = Ensemble(run, threads: threads, isNominal: view.isNominal)
    branches.keep(ensemble, of: branch.name, as: view)
    return ensemble
  }

  /// The draws for functions such as `chance`; nil where there is no ensemble.
  mutating func draws(_ view: RunView) throws(Diagnostic) -> DrawAccess? {
    try ensemble(view).map(access)
  }

  /// The draws of an ensemble for this statement. At a prompt Ctrl-C is taken for an answer.
  func access(_ ensemble: Ensemble) -> DrawAccess {
    DrawAccess(ensemble, stop: stop, settlesForLess: isConversation && replaying.isEmpty)
  }

  /// A request as a table for the terminal: of the plain run, or of the draws of an ensemble.
  mutating func table(_ request: ViewRequest) throws(Diagnostic) -> Table {
    let projection = try project(request.view)
    guard let draws = try draws(request.view) else {
      return try PeriodTable.table(request, projection)
    }
    return try EnsembleTable.table(request, projection, draws)
  }
}
