using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo;

/// <summary>One TODO comment, taken apart. All rules of the family judge this.</summary>
/// <param name="Span">The line from the tag to the last character that a person wrote on it.</param>
/// <param name="Head">The parts of that line.</param>
/// <param name="Continuation">The lines that go on with it, each after a line feed; empty if there is none.</param>
/// <param name="Owner">Who does it, or the placeholder for that; null if nobody is named.</param>
/// <param name="Ticket">Where it is planned, or the placeholder for that; null if nowhere.</param>
/// <param name="Due">Until when, or the placeholder for that; null if it is not said.</param>
internal sealed record TodoComment(TextSpan Span, TodoHead Head, string Continuation, string? Owner, string? Ticket, string? Due)
{
    /// <summary>The same for comments that say the same thing.</summary>
    public (string Line, string Continuation) Identity => ($"{Head.Tag}({string.Join(",", Head.Details)}):{Head.Text}", Continuation);

    /// <summary>All that was written, from the tag on.</summary>
    public string Text => Head.Line + Continuation;

    /// <summary>What it is about: the text without tag, names and dates, and without the code that is commented out below it.</summary>
    public string Topic => Head.Text + string.Join("\n", Continuation.Split('\n').TakeWhile(line => !IsCode(line))) + (Head.Details.Any(IsSecurity) ? "\nsecurity" : "");

    /// <summary>Whether the comment says a detail; a placeholder says that a person has seen it and will fill it in.</summary>
    public bool Says(TodoDetail detail) => ValueOf(detail) is not null;

    /// <summary>What the comment says for a detail.</summary>
    public string? ValueOf(TodoDetail detail) => detail switch
    {
        TodoDetail.Owner => Owner,
        TodoDetail.Ticket => Ticket,
        _ => Due,
    };

    /// <summary>
    /// What must be added so that the comment is tracked: the required details that it does not say; without requirements an owner,
    /// unless it says an owner or a ticket.
    /// </summary>
    public ImmutableArray<TodoDetail> Missing(ImmutableHashSet<TodoDetail> required)
    {
        if (required.IsEmpty)
            return Owner is null && Ticket is null ? ImmutableArray.Create(TodoDetail.Owner) : ImmutableArray<TodoDetail>.Empty;
        return required.Where(detail => !Says(detail)).OrderBy(detail => detail).ToImmutableArray();
    }

    /// <summary>A statement or the head of a block; prose ends in neither.</summary>
    private static bool IsCode(string line) =>
        line.Length > 0 && (line[line.Length - 1] is ';' or '{' or '}' || (line[line.Length - 1] == ')' && (line.StartsWith("if (", StringComparison.Ordinal) || line.StartsWith("if(", StringComparison.Ordinal))));

    /// <summary><c>TODO(security)</c> names what it is about rather than who does it.</summary>
    private static bool IsSecurity(string item) => item.Equals("security", StringComparison.OrdinalIgnoreCase);
}
