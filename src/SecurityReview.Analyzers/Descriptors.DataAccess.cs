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
}
