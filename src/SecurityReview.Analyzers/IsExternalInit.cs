namespace System.Runtime.CompilerServices;

/// <summary>Lets <c>init</c> accessors and records compile on netstandard2.0; the compiler looks it up by name.</summary>
internal static class IsExternalInit;
