namespace ErrorHandling.Careless.Parcels;

/// <summary>The carrier's tracking.</summary>
public sealed class CarrierClient(HttpClient client)
{
    public async Task<string> WhereIsAsync(int id, CancellationToken cancellation)
    {
        var answer = await client.GetAsync($"parcels/{id}", cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The carrier does not track parcel {id}.", null, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }
}
