using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Reads a place of a row: a root and steps.</summary>
internal static class PlaceParser
{
    public const string Return = "return";
    public const string This = "this";
    public const string AnyArgument = "arg*";

    private static readonly char[] s_stepStarts = ['[', '.', '('];

    /// <summary>Reads a place; null if it is none.</summary>
    public static ModelPlace? Parse(string text)
    {
        var end = text.IndexOfAny(s_stepStarts);
        var root = end < 0 ? text : text.Substring(0, end);
        if (root is not (Return or This or AnyArgument) && !SyntaxFacts.IsValidIdentifier(root))
            return null;
        if (Steps(text, root.Length) is not { } steps)
            return null;
        return root switch
        {
            Return => new ModelPlace(PlaceRoot.Return, "", steps),
            This => new ModelPlace(PlaceRoot.This, "", steps),
            AnyArgument => new ModelPlace(PlaceRoot.AnyArgument, "", steps),
            _ => new ModelPlace(PlaceRoot.Parameter, root, steps),
        };
    }

    private static ImmutableArray<PlaceStep>? Steps(string text, int position)
    {
        var steps = ImmutableArray.CreateBuilder<PlaceStep>();
        while (position < text.Length)
        {
            // Nothing can follow "all that it holds"; only a delegate itself, or one that is kept in a member, can be called.
            if (steps.Count > 0 && (steps[steps.Count - 1].Kind == PlaceStepKind.Content || (text[position] == '(' && !steps.All(static step => step.Kind == PlaceStepKind.Member))))
                return null;
            if (Step(text, ref position) is not { } step)
                return null;
            steps.Add(step);
        }

        return steps.ToImmutable();
    }

    private static PlaceStep? Step(string text, ref int position) => text[position] switch
    {
        '[' => Bracketed(text, ref position, ']') switch
        {
            null => null,
            "" => new PlaceStep(PlaceStepKind.Element),
            var key => SyntaxFacts.IsValidIdentifier(key) ? new PlaceStep(PlaceStepKind.KeyedElement, key) : null,
        },
        '(' => Bracketed(text, ref position, ')') switch
        {
            null => null,
            "" => new PlaceStep(PlaceStepKind.DelegateResult),
            var number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? new PlaceStep(PlaceStepKind.DelegateParameter, Position: index)
                : null,
        },
        '.' => MemberStep(text, ref position),
        _ => null,
    };

    /// <summary>What stands between brackets; null if they are not closed.</summary>
    private static string? Bracketed(string text, ref int position, char close)
    {
        var end = text.IndexOf(close, position);
        if (end < 0)
            return null;
        var content = text.Substring(position + 1, end - position - 1);
        position = end + 1;
        return content;
    }

    private static PlaceStep? MemberStep(string text, ref int position)
    {
        var end = text.IndexOfAny(s_stepStarts, position + 1);
        var name = text.Substring(position + 1, (end < 0 ? text.Length : end) - position - 1);
        position += name.Length + 1;
        if (name == "*")
            return new PlaceStep(PlaceStepKind.Content);
        return SyntaxFacts.IsValidIdentifier(name) ? new PlaceStep(PlaceStepKind.Member, name) : null;
    }
}
