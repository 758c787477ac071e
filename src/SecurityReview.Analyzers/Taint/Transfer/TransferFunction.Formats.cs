using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Calls of <see cref="string"/> whose constant arguments say which of the others become part of the text.</content>
internal sealed partial class TransferFunction
{
    private static readonly Regex s_hole = new(@"(?<!\{)(?:\{\{)*\{(?<index>\d+)", RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>The text of a call that uses only some of what it is given; null for other calls.</summary>
    private AbstractValue? Composed(IMethodSymbol method, Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (method is not { IsStatic: true, ContainingType.SpecialType: SpecialType.System_String })
            return null;
        return method.Name switch
        {
            "Format" => Formatted(arguments),
            "Join" => JoinedPart(arguments),
            _ => null,
        };
    }

    /// <summary>The arguments that a constant format has holes for.</summary>
    private AbstractValue? Formatted(Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (Named(arguments, "format")?.Constant is not { IsKnown: true, Value: string format })
            return null;
        var text = AbstractValue.Clean;
        foreach (var index in s_hole.Matches(format).Cast<Match>().Select(static hole => hole.Groups["index"].Value).Distinct())
        {
            var filling = Named(arguments, "arg" + index) ?? (Named(arguments, "args") is { } many ? State.ReadElement(many, HeapSlot.Element(index)) : null);
            if (filling is null)
                return null;
            text = text.Join(State.ContentOf(filling).TaintsOnly());
        }

        return text;
    }

    /// <summary>The elements from a constant start on, as many as a constant says.</summary>
    private AbstractValue? JoinedPart(Dictionary<IParameterSymbol, AbstractValue> arguments)
    {
        if (Named(arguments, "startIndex")?.Constant is not { IsKnown: true, Value: int start } || Named(arguments, "count")?.Constant is not { IsKnown: true, Value: int count } ||
            Named(arguments, "value") is not { } values || count > MaxPlaces)
        {
            return null;
        }

        return Enumerable.Range(start, Math.Max(0, count)).Aggregate(
            (Named(arguments, "separator") ?? AbstractValue.Clean).TaintsOnly(), (text, i) => text.Join(State.ReadElement(values, HeapSlot.Element(i)).TaintsOnly()));
    }

    private static AbstractValue? Named(Dictionary<IParameterSymbol, AbstractValue> arguments, string name) =>
        arguments.FirstOrDefault(pair => pair.Key.Name == name).Value;
}
