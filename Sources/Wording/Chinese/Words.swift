extension Chinese {
  /// What stands in a gap by itself: dimensions, kinds and short reasons.
  static let words: [String: String] = [
    "a number": "数字", "money": "金额", "an area": "面积", "a time": "时长", "a mass": "质量",
    "an amount of energy": "能量", "a number of job-years": "人年数",
    "a number per year": "每年的数字", "money per year": "每年的金额",
    "money per area": "单位面积的金额", "a number per area": "单位面积的数字",
    "money per area and year": "每年单位面积的金额",
    "net local flows": "地方净现金流", "additional net local flows": "新增地方净现金流",
    "mistakes": "错误", "doubts": "疑点",
    "year": "年", "quarter": "季度", "month": "月",
    "there is no such file": "没有此文件", "its folder does not exist": "所在文件夹不存在",
    "it is a folder": "它是文件夹", "it is not allowed": "没有权限", "the disk is full": "磁盘已满",
    "the disk is read-only": "磁盘只读", "it is too large": "文件过大",
    "a part of its path is not a folder": "路径中有一部分不是文件夹",
    "cannot be read": "不能读取", "cannot be written": "不能写入",
    "there is no run": "没有运行", "it has no value": "没有值", "it cannot be run": "不能运行",
    "it is in another unit": "单位不同",
  ]
}
