using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Calls whose success means that a text is one of a known list, or made of harmless letters.</summary>
internal static class AllowListCalls
{
    /// <summary>The text that is clean where the call returns true; null if the call is no guard.</summary>
    public static IOperation? TestedValue(IInvocationOperation call, AbstractState state, KnownTypes types) => call.TargetMethod.Name switch
    {
        "Contains" or "ContainsKey" => Contained(call, state, types),
        "Equals" => Compared(call),
        "TryParse" or "TryParseExact" => Parsed(call),
        "IsDefined" when call.TargetMethod.ContainingType?.SpecialType == SpecialType.System_Enum => call.Arguments.LastOrDefault()?.Value,
        "IsMatch" => Matched(call, types),
        "All" => AllLetters(call),
        _ => null,
    };

    /// <summary><c>allowed.Contains(x)</c>, as instance, LINQ or span method, where the set holds nothing but constants.</summary>
    private static IOperation? Contained(IInvocationOperation call, AbstractState state, KnownTypes types)
    {
        var receiver = CollectionOf(call);
        if (receiver is null || receiver.Type?.SpecialType == SpecialType.System_String || !ConstantSets.IsConstant(receiver, state, types))
            return null;
        var position = call.Instance is null ? 1 : 0;
        return call.ArgumentFor(position)?.Value;
    }

    /// <summary>What a call looks for something in.</summary>
    public static IOperation? CollectionOf(IInvocationOperation call) => call.Receiver() ?? call.ArgumentFor(0)?.Value;

    /// <summary><c>Array.IndexOf(allowed, x) &gt;= 0</c>: the text that was found in a set of constants where the comparison came out so.</summary>
    public static IOperation? IndexedValue(IBinaryOperation comparison, bool outcome, AbstractState state, KnownTypes types)
    {
        if (comparison.LeftOperand.Unwrap() is not IInvocationOperation { TargetMethod.Name: "IndexOf" } call ||
            comparison.RightOperand.Unwrap().ConstantValue is not { HasValue: true, Value: int bound })
        {
            return null;
        }

        var isFound = (comparison.OperatorKind, bound) switch
        {
            (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan, -1) or (BinaryOperatorKind.NotEquals, -1) => outcome,
            (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals, -1) => !outcome,
            _ => false,
        };
        return isFound ? Contained(call, state, types) : null;
    }

    private static IOperation? Compared(IInvocationOperation call)
    {
        var operands = call.Arguments.Where(argument => argument.Parameter?.Type.TypeKind != TypeKind.Enum).Select(argument => argument.Value).ToList();
        if (call.Instance is not null)
            operands.Insert(0, call.Instance);
        if (operands.Count != 2 || !operands.Any(operand => operand.Type?.SpecialType == SpecialType.System_String))
            return null;
        if (operands[1].Unwrap().ConstantValue is { HasValue: true, Value: string })
            return operands[0];
        return operands[0].Unwrap().ConstantValue is { HasValue: true, Value: string } ? operands[1] : null;
    }

    /// <summary>A text that parses as a number, Guid, date or member of an enum holds no quote.</summary>
    private static IOperation? Parsed(IInvocationOperation call)
    {
        var type = call.TargetMethod.ContainingType;
        var isHarmless = type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char } or
            { SpecialType: SpecialType.System_Enum or SpecialType.System_DateTime } or
            { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" };
        return isHarmless
            ? call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: not RefKind.Out, Type.SpecialType: SpecialType.System_String })?.Value
            : null;
    }

    private static IOperation? Matched(IInvocationOperation call, KnownTypes types)
    {
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, types["System.Text.RegularExpressions.Regex"]))
            return null;
        var pattern = call.Instance is null
            ? call.ArgumentFor("pattern")?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null
            : ConstantSets.PatternOf(call.Instance);
        return pattern is not null && AnchoredPattern.ExcludesQuotes(pattern) ? call.ArgumentFor("input")?.Value : null;
    }

    /// <summary><c>x.All(char.IsLetterOrDigit)</c>.</summary>
    private static IOperation? AllLetters(IInvocationOperation call) => LetterPredicates.IsHarmless(call.ArgumentFor("predicate")?.Value) ? call.ArgumentFor("source")?.Value : null;
}
