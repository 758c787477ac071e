using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Todo;

/// <summary>Takes TODO comments apart: tag, details, text, and who, where and until when.</summary>
/// <remarks>One instance serves one file, as its <see cref="TicketRecognizer"/> does.</remarks>
internal sealed class TodoGrammar(TicketRecognizer tickets)
{
    /// <summary>The word that stands for a detail until a person fills it in.</summary>
    public static string PlaceholderOf(TodoDetail detail) => detail switch
    {
        TodoDetail.Owner => "owner",
        TodoDetail.Ticket => "ticket",
        _ => "due",
    };

    /// <param name="line">The line from the tag on, without what stands behind it.</param>
    /// <param name="tagLength">The length of the tag.</param>
    /// <param name="continuation">The lines that go on with it.</param>
    /// <param name="start">The position of the tag in the file.</param>
    public TodoComment Parse(string line, int tagLength, string continuation, int start)
    {
        var head = TodoHead.Parse(line, tagLength);
        string? owner = null, ticket = null, due = null;
        foreach (var item in head.Details)
        {
            if (item == PlaceholderOf(TodoDetail.Ticket) || tickets.IsTicket(item))
                ticket ??= item;
            else if (item == PlaceholderOf(TodoDetail.Due))
                due ??= item;
            else if (DueRecognizer.FromItem(item) is { } date)
                due ??= IsoDate.TextOf(date);
            else if (OwnerRecognizer.IsOwner(item))
                owner ??= item;
        }

        var everything = line + continuation;
        return new TodoComment(
            new TextSpan(start, line.Length),
            head,
            continuation,
            owner ?? OwnerRecognizer.Find(everything),
            ticket ?? tickets.Find(everything) ?? tickets.FindLeadingNumber(head.Text),
            due ?? (DueRecognizer.FromText(everything) is { } later ? IsoDate.TextOf(later) : null));
    }
}
