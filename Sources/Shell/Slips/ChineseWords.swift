import ParkModel
import Simulation

/// What words of Chinese stand for here: for those who type a kind, an attribute or a metric in the
/// language of their documents. Each is answered by the word that works.
enum ChineseWords {
  /// Words that begin a statement, and what they are here: kinds and commands.
  static let beginnings: [String: String] = [
    "企业": "firm", "公司": "firm", "工厂": "firm", "企业群": "cohort", "保存": "save", "修改": "set",
    "假设": "assume", "删除": "remove",
    "列表": "list", "利用": "use", "单位": "unit", "国家": "use", "园区": "park", "图表": "plot",
    "地块": "phase", "阶段": "phase", "场景": "scenario", "城市": "city", "报表": "table", "奖补": "incentive",
    "导出": "export", "帮助": "help", "引用": "cite", "情景": "scenario", "打印": "print", "打开": "open",
    "指标": "metric", "撤销": "undo", "政策": "incentive", "方案": "branch", "显示": "show",
    "期": "phase", "检查": "check", "比较": "compare", "激励": "incentive", "税": "tax", "税种": "tax",
    "行业": "sector", "行程": "travel", "表": "table", "表格": "table", "解释": "explain",
    "评价": "appraise", "设置": "set", "评估": "appraise", "输出": "print", "退出": "quit",
    "通勤": "travel", "重做": "redo", "重命名": "rename", "铁路": "rail", "飞地": "enclave",
    "高铁": "rail", "使用": "use", "查看": "show", "对比": "compare", "分支": "branch", "产业": "sector",
  ]

  /// Attributes, by what each is called in one kind or another.
  static let attributes: [String: [String]] = [
    "产值": ["output"], "价格": ["land_price"], "企业数": ["firms"], "份额": ["share"],
    "园区": ["park"], "土地": ["land"], "土地价格": ["land_price"], "地价": ["land_price"],
    "地方税收": ["local_tax"], "城市": ["city"], "就业": ["jobs"], "就业人数": ["jobs"],
    "岗位": ["jobs"], "工资": ["wage"], "开始": ["start", "from", "arrives", "opens"],
    "开工": ["start"], "开通": ["opens"], "投资": ["investment"], "投产": ["arrives"],
    "时间": ["time"], "来自": ["origin", "from"], "税收": ["total_tax"], "税率": ["rate"],
    "结束": ["end", "until", "complete"], "行业": ["sector"], "节约": ["saves"], "节省": ["saves"],
    "落户": ["arrives"], "起点": ["from"], "终点": ["to"], "面积": ["area"], "产业": ["sector"],
    "到达": ["arrives"], "完工": ["complete"], "竣工": ["complete"], "步长": ["step"], "类型": ["type"],
    "生产总值": ["gdp"], "人口": ["population"],
  ]

  /// Metrics by shorter words than their headings; the headings themselves are in their rows.
  private static let metrics: [String: String] = [
    "企业": "firms", "净收益": "net_local", "出让金": "land_income", "利润": "profit", "土地收入": "land_income",
    "岗位": "jobs", "工资": "payroll", "就业": "jobs", "投资": "investment", "碳排放": "emissions",
    "税": "tax", "能耗": "energy", "返还": "rebates",
  ]

  private static let libraries = ["中国": "china", "德国": "germany"]

  /// The library of a country; nil for any other word.
  static func library(_ word: String) -> String? { libraries[word] }

  /// The metric of a heading, or of a shorter word for it; nil for any other word.
  static func metric(_ word: String, levels: Levels) -> String? {
    metrics[word] ?? MetricTable.rows(of: levels).first { $0.chinese == word }?.name
  }

  /// What there is help on under another word; nil where nothing is.
  static func topic(_ word: String, levels: Levels) -> String? {
    beginnings[word] ?? metric(word, levels: levels) ?? attributes[word]?.first ?? libraries[word]
  }
}
