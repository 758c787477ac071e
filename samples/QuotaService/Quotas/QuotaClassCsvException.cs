namespace QuotaService.Quotas;

/// <summary>A line of an import has the wrong number of columns. The message is written for the client.</summary>
public sealed class QuotaClassCsvException(int line, int expected, int found)
    : Exception($"Line {line} has {found} columns instead of {expected}.");
