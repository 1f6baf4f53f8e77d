// One import for those who embed the host: the rooms below, as far as they are open.
@_exported public import ChiboDocument
@_exported public import ChiboImporting
@_exported public import ChiboModel
@_exported public import ChiboReports
@_exported public import ChiboScheduling
@_exported public import ChiboScripting
@_exported public import ChiboStore
