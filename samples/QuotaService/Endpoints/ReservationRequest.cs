namespace QuotaService.Endpoints;

public sealed record ReservationRequest(string Resource, int Amount);
