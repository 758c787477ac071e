using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Replacements that leave nothing but harmless letters: <c>Regex.Replace(x, "[^a-z0-9]", "")</c>.</summary>
internal static class PatternReplacement
{
    /// <summary>Whether a call removes every letter that could end a text, by a constant pattern and a constant replacement.</summary>
    public static bool Cleans(IInvocationOperation call, KnownTypes types)
    {
        if (call.TargetMethod.Name != "Replace" || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, types["System.Text.RegularExpressions.Regex"]))
            return false;
        // With a count, what stands further back is kept.
        if (call.Arguments.Any(argument => argument.Parameter?.Name is "count" or "startat" or "evaluator"))
            return false;
        var pattern = call.Instance is null ? TextOf(call.ArgumentFor("pattern")?.Value) : ConstantSets.PatternOf(call.Instance);
        return pattern is not null && AnchoredPattern.IsNegatedClass(pattern) &&
            TextOf(call.ArgumentFor("replacement")?.Value) is { } replacement && replacement.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-');
    }

    private static string? TextOf(IOperation? operation) => operation?.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { IsStatic: true, Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => "",
        _ => null,
    };
}
