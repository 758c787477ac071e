using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>How a rule finds its sinks: for the search for wrappers, which looks for them without a driver that walks the code.</summary>
internal interface ISinkFinder
{
    /// <summary>The kind of sinks, as the models write it.</summary>
    string Kind { get; }

    /// <summary>The names one of which stands in the code wherever there is a sink: of methods, properties, created types.</summary>
    IEnumerable<MemberName> NamesIn(CancellationToken cancellation);

    /// <summary>Whether a body is worth a look, by its syntax.</summary>
    bool MayStandIn(SyntaxNode body);

    /// <summary>The values that an operation hands to a sink.</summary>
    IEnumerable<IOperation> ValuesIn(IOperation operation);
}
