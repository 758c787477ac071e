using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SqlInjection = Create(
        RuleIds.SqlInjection,
        "Untrusted data reaches SQL text",
        "{0} reaches this SQL text; pass it as a parameter",
        DiagnosticSeverity.Warning,
        "Whoever chooses the value chooses the statement: other users' rows can be read, changed or deleted.",
        [89]);

    public static readonly DiagnosticDescriptor NonConstantSql = Create(
        RuleIds.NonConstantSql,
        "SQL text is not constant",
        "{0} becomes a part of this SQL text and is not known to be the program's own; pass it as a parameter",
        DiagnosticSeverity.Info,
        "What a caller that is not known gives may come from anybody: then whoever chooses the value chooses the statement.",
        [89]);
}
