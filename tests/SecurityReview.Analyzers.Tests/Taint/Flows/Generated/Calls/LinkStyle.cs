namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>How the methods of a chain of calls are declared and called.</summary>
internal abstract record LinkStyle
{
    public virtual string[] Usings => [];

    public IEnumerable<string> Declare(Link link) => Lines.Fill(Template(link), Body(link));

    /// <summary>The call, as an expression.</summary>
    public abstract string Call(Link link, string argument);

    /// <summary>The call from another method of the chain.</summary>
    public virtual string CallFromChain(Link link, string argument) => Call(link, argument);

    /// <summary>The declaration; a line <c>{body}</c> stands for the statements.</summary>
    protected abstract string Template(Link link);

    protected virtual IEnumerable<string> Body(Link link) => link.Body;
}
