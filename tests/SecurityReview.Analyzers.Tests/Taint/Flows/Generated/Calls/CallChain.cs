using System.Globalization;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Methods of one style, each of which calls the next one; the last one has the given body.</summary>
internal sealed class CallChain
{
    private readonly LinkStyle _style;
    private readonly Link[] _links;

    /// <param name="style">How the methods are declared and called.</param>
    /// <param name="length">How many methods there are, at least one.</param>
    /// <param name="last">The last one, with the name that all of them are numbered from.</param>
    public CallChain(LinkStyle style, int length, Link last)
    {
        _style = style;
        _links = new Link[length];
        for (var i = length - 1; i >= 0; i--)
        {
            _links[i] = last with
            {
                Type = last.Type + (i + 1).ToString(CultureInfo.InvariantCulture),
                Body = i == length - 1 ? last.Body : [Forward(_links[i + 1])],
            };
        }
    }

    public IEnumerable<IEnumerable<string>> Declarations => _links.Select(_style.Declare);

    public string Call(string argument) => _style.Call(_links[0], _links[0].Takes is null ? "" : argument);

    private string Forward(Link next)
    {
        var call = _style.CallFromChain(next, next.Takes is null ? "" : next.Parameter);
        return next.ReturnsNothing ? call + ";" : $"return {call};";
    }
}
