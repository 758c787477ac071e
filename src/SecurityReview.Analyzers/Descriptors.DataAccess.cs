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

    public static readonly DiagnosticDescriptor MisplacedPlaceholder = Create(
        RuleIds.MisplacedPlaceholder,
        "Placeholder is not in value position",
        "'{0}' stands {1}",
        DiagnosticSeverity.Warning,
        "The statement looks parameterised and does not use the value: it finds nothing or everything, or fails, and is then mended by concatenation.",
        [89, 628]);

    public static readonly DiagnosticDescriptor DynamicIdentifier = Create(
        RuleIds.DynamicIdentifier,
        "Dynamic identifier or keyword",
        "{0} stands for a name or keyword in this SQL text; choose it from constants, or let the provider quote it",
        DiagnosticSeverity.Info,
        "A table, column or keyword cannot be passed as a parameter, so whoever chooses it writes a part of the statement.",
        [89]);

    public static readonly DiagnosticDescriptor ConcatenatedList = Create(
        RuleIds.ConcatenatedList,
        "Concatenated IN list of strings",
        "{0} is strung together into the list of an IN; pass the texts as parameters",
        DiagnosticSeverity.Warning,
        "A text with a quote in it ends the list and writes the rest of the statement: other users' rows can be read, changed or deleted.",
        [89]);

    public static readonly DiagnosticDescriptor NestedDynamicSql = Create(
        RuleIds.NestedDynamicSql,
        "Dynamic SQL inside constant SQL",
        "{0} becomes a part of SQL that this text lets the database run; bind it as a parameter there, or let the database quote it",
        DiagnosticSeverity.Info,
        "The value is passed as a parameter and then joined with SQL all the same: whoever chooses it chooses the statement that the database runs.",
        [89]);

    public static readonly DiagnosticDescriptor UntrustedQuery = Create(
        RuleIds.UntrustedQuery,
        "Untrusted data in another query language",
        "{0} becomes a part of this query; bind it as a value",
        DiagnosticSeverity.Warning,
        "Whoever chooses the value chooses the query: it finds, changes or deletes what was not meant for him.",
        [943]);
}
