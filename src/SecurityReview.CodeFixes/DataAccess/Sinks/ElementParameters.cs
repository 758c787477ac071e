using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>A parameter per element of a list: before the text is made their placeholders are named, and once it is set they are added.</summary>
internal sealed class ElementParameters(ParameterWriter writer, ExpressionSyntax command, Func<string, bool> takeLocal)
{
    private readonly Dictionary<string, string> _locals = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements that go before the text.</summary>
    public List<StatementSyntax> Before { get; } = [];

    /// <summary>The statements that add the parameters.</summary>
    public IEnumerable<StatementSyntax> Add(Parameter parameter)
    {
        var list = parameter.List!;
        var index = FreeName.Like("index", takeLocal);
        var (values, count) = Indexed(parameter, list);
        var names = FreeName.Like("placeholders", takeLocal);
        var selected = $"{values}.Select((_, {index}) => {writer.NameOf(parameter)} + {index})";
        // An empty list was the empty text, and a list without anything in it is no SQL for most databases.
        if (list.IsQuotedOutside)
            selected += ".DefaultIfEmpty(\"''\")";
        Before.Add(ParameterWriter.Statement($"var {names} = string.Join(\", \", {selected});"));
        _locals[parameter.Name] = names;
        return [writer.AddEach(command, parameter, values, count, FreeName.Like("i", takeLocal))];
    }

    /// <summary>What a hole becomes: the local with the placeholders for a list, else the placeholder itself.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of its parameter.</param>
    /// <param name="placeholder">How that is written.</param>
    public string PlaceholderOf(BoundValue value, string name, string placeholder) =>
        value.Form == ListForm.PerElement ? TextEdits.ExpressionMark + _locals[name] : placeholder;

    /// <summary>The list by a name that can be indexed, and the member with its length.</summary>
    private (string Values, string Count) Indexed(Parameter parameter, JoinedList list)
    {
        var isName = list.Values is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or ThisExpressionSyntax };
        if (isName && list.Type is IArrayTypeSymbol)
            return (list.Values.ToString(), "Length");
        if (isName && list.Type is { Name: "List" or "IList" or "IReadOnlyList" or "ImmutableArray" or "ImmutableList" } known)
            return (list.Values.ToString(), known.Name == "ImmutableArray" ? "Length" : "Count");
        var local = FreeName.Like(parameter.Name + "List", takeLocal);
        Before.Add(ParameterWriter.Statement($"var {local} = {UnquotedValue.Receiver(list.Values)}.ToList();"));
        return (local, "Count");
    }
}
