/// What begins statements. Elsewhere only the first name of each is a word of the language: things may well
/// be called 高铁 or 工厂.
extension TypedChinese {
  static let kindRows: [(english: String, chinese: [String])] = [
    ("assume", ["假设", "假定"]), ("boost", ["带动因素"]), ("city", ["城市"]), ("cohort", ["企业群"]),
    ("correlate", ["相关性"]), ("enclave", ["飞地"]), ("ensemble", ["抽样"]),
    ("firm", ["企业", "公司", "工厂"]),
    ("incentive", ["优惠", "政策", "奖补", "激励"]), ("link", ["园区联动"]), ("metric", ["指标"]),
    ("model", ["模型"]),
    ("observe", ["观测值"]), ("park", ["园区"]), ("phase", ["分期", "阶段", "地块", "期"]),
    ("rail", ["铁路", "高铁"]),
    ("scenario", ["情景", "场景"]), ("screen", ["准入条件"]), ("sector", ["行业", "产业"]),
    ("tax", ["税种", "税"]),
    ("travel", ["行程", "通勤"]), ("unit", ["单位"]),
  ]

  static let commandRows: [(english: String, chinese: [String])] = [
    ("advance", ["推进"]), ("appraise", ["评价", "评估"]), ("assumptions", ["假设清单"]), ("audit", ["依据"]),
    ("backtest", ["回测"]), ("best", ["最好"]), ("branch", ["分支", "方案"]), ("branches", ["分支清单"]),
    ("bridge", ["差额分解"]), ("calibrate", ["校准"]), ("check", ["检查"]), ("cite", ["引用"]),
    ("compare", ["比较", "对比"]), ("demo", ["演示"]), ("diff", ["差异"]), ("discover", ["发现"]),
    ("draw", ["取样"]),
    ("edit", ["编辑"]), ("events", ["事件"]), ("evpi", ["信息价值"]), ("expect", ["断言"]),
    ("explain", ["解释"]), ("export", ["导出"]), ("format", ["格式"]), ("goal", ["目标求解"]),
    ("help", ["帮助"]), ("history", ["历史"]), ("import", ["导入"]), ("last", ["上表"]),
    ("list", ["列出", "列表"]), ("log", ["改动"]), ("merge", ["合并"]), ("new", ["新建"]), ("now", ["此刻"]),
    ("open", ["打开"]), ("plot", ["画图", "图", "图表"]), ("print", ["显示", "打印", "输出"]), ("quit", ["退出"]),
    ("record", ["记录"]), ("recover", ["恢复"]), ("redo", ["重做"]), ("regret", ["后悔值"]),
    ("remove", ["删除"]), ("rename", ["更名", "重命名"]), ("replay", ["重放"]), ("report", ["报告"]),
    ("rewind", ["返回"]), ("robust", ["稳健方案"]), ("save", ["保存"]), ("set", ["设定", "修改", "设置"]),
    ("show", ["查看"]), ("sobol", ["方差分解"]), ("sweep", ["多值测算", "扫描"]), ("switch", ["转到"]),
    ("switching", ["临界值"]), ("table", ["表", "表格", "报表"]), ("timer", ["计时"]),
    ("tornado", ["影响因素", "敏感性分析", "敏感性", "龙卷风图", "龙卷风"]), ("tour", ["教程"]), ("undo", ["撤销"]),
    ("unset", ["取消设定"]),
    ("use", ["采用", "使用", "利用"]),
    ("verify", ["核对"]), ("worst", ["最差"]),
  ]
}
