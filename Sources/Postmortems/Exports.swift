// A client of the library needs the vocabulary and what capabilities give back, not their modules one by one.
@_exported import Authoring
@_exported import Classification
@_exported import Ingestion
@_exported import Reports
@_exported import SearchIndex
